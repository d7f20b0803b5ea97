package io.stimloop.control.experiment;

import com.google.protobuf.Timestamp;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.v1.ChangeNeuronsRequest;
import io.stimloop.v1.NeuronChange;
import java.time.Instant;
import java.time.InstantSource;
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
        Optional<ResolvedSpec> more = NeuronChanges.bigger(now, wanted, experiments.memoryBudgetBytes());
        if (more.isEmpty()) {
            return experiment.neurons().change(wanted, Optional.empty()).join();
        }
        ResolvedSpec bigger = more.get();
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
}
