package io.stimloop.gateway.record;

import io.stimloop.control.experiment.TrialListener;
import io.stimloop.inference.belief.Belief;
import io.stimloop.planning.decision.Decision;
import io.stimloop.v1.Maintained;
import io.stimloop.v1.NeuronChange;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import java.util.function.Supplier;

/**
 * Tells a record what belongs there: commands, outcomes, what the belief adopted and changes of the neurons.
 *
 * @param record told
 */
record RecordedListener(TrialRecord record) implements TrialListener {
    @Override
    public void taken(Outcome outcome, double[] commanded) {
        record.add(outcome);
    }

    @Override
    public void withdrawn(Outcome unknown) {
        record.add(unknown);
    }

    @Override
    public void commanded(Present command, Decision decision, Supplier<String> reason) {
        record.add(command);
    }

    @Override
    public void maintained(Maintained adopted, Belief belief) {
        record.add(adopted);
    }

    @Override
    public void neuronsChanged(NeuronChange change) {
        record.add(change);
    }
}
