package io.stimloop.gateway.page;

import com.google.protobuf.Message;
import io.stimloop.control.experiment.Experiment;
import io.stimloop.v1.Belief;
import io.stimloop.v1.ExperimentSnapshot;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.NeuronBelief;
import io.stimloop.v1.Subject;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts what seldom changes about an experiment into the words of the page. */
final class FixedMaker {
    private static final double NANOS_PER_MS = 1e6;
    private static final int MOST_DIMENSIONS = 4096;

    private final String version;

    /** @param version of the program */
    FixedMaker(String version) {
        this.version = version;
    }

    State.Fixed fixed(Experiment experiment, ExperimentSnapshot snapshot, List<State.Parameter> prior) {
        ExperimentSpec spec = snapshot.getExperiment().getSpec();
        Belief belief = snapshot.getBelief();
        var limits = snapshot.getExperiment().getLimits();
        return new State.Fixed(experiment.id(), spec.getName(), spec.getSession().getDescription(),
                animal(spec), neurons(snapshot),
                belief.getNeuronsList().stream().filter(NeuronBelief::getDropped).map(NeuronBelief::getName)
                        .toList(),
                experiment.spec().dimensions().stream().limit(MOST_DIMENSIONS)
                        .map(d -> new State.Dimension(d.name(), d.unit(), d.periodic())).toList(),
                belief.getParametersList().stream()
                        .map(p -> new State.Unit(p.getName(), unit(experiment, p.getName())))
                        .toList(),
                experiment.spec().planner().deadlineNanos() / NANOS_PER_MS, maxTrials(spec),
                experiment.createdAt().toString(), Long.toUnsignedString(spec.getSeed()),
                chosen(spec.getModel(), ""), chosen(spec.getObjective(), "infomax"),
                chosen(spec.getPlanner(), "search"), targets(spec),
                new State.LimitsShown(limits.getVersion(),
                        HexFormat.of().formatHex(limits.getSha256().toByteArray()), limits.getAuthor()),
                prior, version);
    }

    private static @Nullable String animal(ExperimentSpec spec) {
        Subject subject = spec.getSession().getSubject();
        String named = Stream.of(subject.getId(), subject.getSpecies(), subject.getStrain())
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return named.isEmpty() ? null : named;
    }

    /** Of a parameter of a tuning curve; of others nobody said. */
    private static String unit(Experiment experiment, String parameter) {
        if (!experiment.spec().original().getModel().hasTuningCurve()) {
            return "";
        }
        return switch (parameter) {
            case "baseline", "amplitude" -> "spikes per trial";
            case "preferred", "width" -> experiment.spec().dimensions().getFirst().unit();
            default -> "";
        };
    }

    /** Names of the neurons, those that came later too. */
    static List<String> neurons(ExperimentSnapshot snapshot) {
        List<String> names = new ArrayList<>(
                snapshot.getExperiment().getSpec().getNeuronsList().stream().map(n -> n.getName()).toList());
        snapshot.getExperiment().getNeuronChangesList().forEach(
                change -> change.getAddedList().stream().filter(name -> !names.contains(name))
                        .forEach(names::add));
        return names;
    }

    static @Nullable Long maxTrials(ExperimentSpec spec) {
        return spec.getStopping().getMaxTrials() > 0 ? Long.valueOf(spec.getStopping().getMaxTrials()) : null;
    }

    /** Which of several kinds a message is, as a file says it. */
    static String chosen(Message message, String otherwise) {
        return message.getDescriptorForType().getOneofs().stream().filter(message::hasOneof).findFirst()
                .map(oneof -> message.getOneofFieldDescriptor(oneof).getJsonName()).orElse(otherwise);
    }

    private static @Nullable List<State.Target> targets(ExperimentSpec spec) {
        if (!spec.getStimulus().hasTargets()) {
            return null;
        }
        return spec.getStimulus().getTargets().getTargetsList().stream()
                .map(t -> new State.Target(t.getName(), t.getXUm(), t.getYUm(), "um")).toList();
    }
}
