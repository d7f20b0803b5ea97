package io.stimloop.gateway.record;

import io.stimloop.control.experiment.DecisionTimes;
import io.stimloop.control.experiment.TrialListener;
import io.stimloop.control.safety.Rule;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.Foresight;
import io.stimloop.v1.Maintained;
import io.stimloop.v1.NeuronChange;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import io.stimloop.v1.ReceiptStatus;
import java.util.List;

/**
 * Tells another listener everything, and a record what belongs there.
 *
 * @param other  told everything
 * @param record told commands, outcomes, what the belief adopted and changes of the neurons
 */
record RecordedListener(TrialListener other, TrialRecord record) implements TrialListener {
    @Override
    public void received(Reception reception) {
        other.received(reception);
    }

    @Override
    public void taken(Outcome outcome) {
        record.add(outcome);
        other.taken(outcome);
    }

    @Override
    public void commanded(Present command) {
        record.add(command);
        other.commanded(command);
    }

    @Override
    public void decided(Decision decision, DecisionTimes times) {
        other.decided(decision, times);
    }

    @Override
    public void foresaw(Foresight foresight) {
        other.foresaw(foresight);
    }

    @Override
    public void implausible() {
        other.implausible();
    }

    @Override
    public void modelAlarm(boolean up) {
        other.modelAlarm(up);
    }

    @Override
    public void warned(List<String> warnings) {
        other.warned(warnings);
    }

    @Override
    public void maintained(Maintained adopted) {
        record.add(adopted);
        other.maintained(adopted);
    }

    @Override
    public void neuronsChanged(NeuronChange change) {
        record.add(change);
        other.neuronsChanged(change);
    }

    @Override
    public void unmaintained(Throwable fault) {
        other.unmaintained(fault);
    }

    @Override
    public void unscorable(Throwable fault) {
        other.unscorable(fault);
    }

    @Override
    public void refusedByEnvelope(Rule rule) {
        other.refusedByEnvelope(rule);
    }

    @Override
    public void receipt(ReceiptStatus status) {
        other.receipt(status);
    }

    @Override
    public void failed(Throwable failure) {
        other.failed(failure);
    }
}
