package io.stimloop.control.experiment;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.v1.NeuronChange;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Where an operator asks for changes of an experiment's neurons. Thread safe.
 *
 * @param questions to the writer
 * @param lifecycle of the experiment
 * @param neurons   decide on changes
 * @param loop      lets them take effect
 * @param portrait  of the experiment
 */
record NeuronDesk(Questions questions, Lifecycle lifecycle, NeuronChanges neurons, TrialLoop loop,
        Portrait portrait) {
    /** The experiment's spec, with the neurons that were added since it was created. */
    CompletableFuture<ResolvedSpec> specNow() {
        return questions.ask(neurons::spec);
    }

    /**
     * {@link #specNow}, where a change of its neurons makes sense.
     *
     * @param wanted complete but for the trial
     */
    CompletableFuture<ResolvedSpec> specFor(NeuronChange wanted) {
        return questions.ask(() -> {
            require(wanted);
            return neurons.spec();
        });
    }

    /**
     * Drops neurons, takes them back, or adds some, before the next trial.
     *
     * @param wanted complete but for the trial
     * @param bigger the spec with the new neurons; empty where there are none
     */
    CompletableFuture<io.stimloop.v1.Experiment> change(NeuronChange wanted, Optional<ResolvedSpec> bigger) {
        return questions.change(() -> {
            require(wanted);
            loop.changeNeurons(wanted, bigger);
            return portrait.describe();
        });
    }

    private void require(NeuronChange wanted) {
        if (lifecycle.over()) {
            throw Refused.of(Refused.Kind.STATE, "experiment " + questions.id() + " is " + lifecycle.state()
                    + " and its neurons cannot be changed; it would have to be CREATED, RUNNING or PAUSED");
        }
        neurons.require(wanted);
    }
}
