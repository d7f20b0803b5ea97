package io.stimloop.control.experiment;

import com.google.protobuf.Timestamp;
import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.control.spec.Violation;
import io.stimloop.v1.ChangeNeuronsRequest;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Neuron;
import io.stimloop.v1.NeuronChange;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Drops and adds neurons of experiments for operators. Thread safe; may take as long as checking a spec does. */
public final class NeuronChanger {
    private final Experiments experiments;
    private final InstantSource wallClock;

    /**
     * Makes it for the experiments of a server.
     *
     * @param wallClock for the record
     */
    public NeuronChanger(Experiments experiments, InstantSource wallClock) {
        this.experiments = experiments;
        this.wallClock = wallClock;
    }

    /**
     * Has a change decided on. It takes effect when no trial is under way.
     *
     * @return the experiment, with the change
     * @throws Refused when the change makes no sense, or there is no room; nothing has changed then
     */
    public io.stimloop.v1.Experiment change(ChangeNeuronsRequest request) {
        Experiment experiment = experiments.get(request.getExperimentId());
        NeuronChange wanted = wanted(request);
        ResolvedSpec now = experiment.neurons().specFor(wanted).join();
        List<String> fresh = wanted.getAddedList().stream().filter(name -> !now.neurons().contains(name))
                .distinct().toList();
        if (fresh.isEmpty()) {
            return experiment.neurons().change(wanted, Optional.empty()).join();
        }
        ResolvedSpec bigger = bigger(now.original(), fresh);
        experiments.resize(experiment, bigger.memoryBytes());
        try {
            return experiment.neurons().change(wanted, Optional.of(bigger)).join();
        } catch (RuntimeException refused) {
            experiments.resize(experiment, experiment.neurons().specNow().join().memoryBytes());
            throw refused;
        }
    }

    private NeuronChange wanted(ChangeNeuronsRequest request) {
        Instant now = wallClock.instant();
        return NeuronChange.newBuilder().addAllDropped(request.getDropList())
                .addAllAdded(request.getAddList())
                .setOperator(request.getOperator())
                .setAskedAt(Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
                .build();
    }

    /** The spec as if it had named the new neurons too: they obey every rule that the first ones did. */
    private ResolvedSpec bigger(ExperimentSpec spec, List<String> fresh) {
        ExperimentSpec.Builder more = spec.toBuilder();
        fresh.forEach(name -> more.addNeurons(Neuron.newBuilder().setName(name)));
        return switch (SpecResolver.resolve(more.build(), experiments.memoryBudgetBytes())) {
            case Resolution.Accepted(ResolvedSpec bigger) -> bigger;
            case Resolution.Refused(List<Violation> violations) -> throw Refused.of(Refused.Kind.INVALID,
                    violations.stream().map(fault -> new Violation("add",
                            "with it the spec would be wrong: " + fault.field() + ": " + fault.description()))
                            .toList());
        };
    }
}
