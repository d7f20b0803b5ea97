package io.stimloop.control.experiment;

import io.stimloop.control.arming.ArmingEvent;
import io.stimloop.control.safety.Rule;
import io.stimloop.inference.belief.Belief;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.Foresight;
import io.stimloop.v1.HaltReason;
import io.stimloop.v1.Maintained;
import io.stimloop.v1.NeuronChange;
import io.stimloop.v1.OperatorActionKind;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import io.stimloop.v1.Receipt;
import java.util.List;
import java.util.function.Supplier;

/**
 * Tells several listeners everything, in their order.
 *
 * @param all of them
 */
record TrialListeners(List<TrialListener> all) implements TrialListener {
    /** One that tells all of these. */
    static TrialListener of(List<TrialListener> listeners) {
        return listeners.size() == 1 ? listeners.getFirst() : new TrialListeners(List.copyOf(listeners));
    }

    @Override
    public void received(Reception reception) {
        all.forEach(one -> one.received(reception));
    }

    @Override
    public void taken(Outcome outcome, double[] commanded) {
        all.forEach(one -> one.taken(outcome, commanded));
    }

    @Override
    public void withdrawn(Outcome unknown) {
        all.forEach(one -> one.withdrawn(unknown));
    }

    @Override
    public void commanded(Present command, Decision decision, Supplier<String> reason) {
        all.forEach(one -> one.commanded(command, decision, reason));
    }

    @Override
    public void learned(long trial, Belief belief, boolean implausible) {
        all.forEach(one -> one.learned(trial, belief, implausible));
    }

    @Override
    public void maintenanceBegun() {
        all.forEach(one -> one.maintenanceBegun());
    }

    @Override
    public void acted(OperatorActionKind kind, String operator, String reason) {
        all.forEach(one -> one.acted(kind, operator, reason));
    }

    @Override
    public void finished(long trials, String reason) {
        all.forEach(one -> one.finished(trials, reason));
    }

    @Override
    public void halted(HaltReason reason, String detail) {
        all.forEach(one -> one.halted(reason, detail));
    }

    @Override
    public void decided(Decision decision, DecisionTimes times) {
        all.forEach(one -> one.decided(decision, times));
    }

    @Override
    public void foresaw(Foresight foresight) {
        all.forEach(one -> one.foresaw(foresight));
    }

    @Override
    public void implausible() {
        all.forEach(one -> one.implausible());
    }

    @Override
    public void modelAlarm(boolean up) {
        all.forEach(one -> one.modelAlarm(up));
    }

    @Override
    public void warned(List<String> warnings) {
        all.forEach(one -> one.warned(warnings));
    }

    @Override
    public void maintained(Maintained adopted, Belief belief) {
        all.forEach(one -> one.maintained(adopted, belief));
    }

    @Override
    public void neuronsChanged(NeuronChange change) {
        all.forEach(one -> one.neuronsChanged(change));
    }

    @Override
    public void unmaintained(Throwable fault) {
        all.forEach(one -> one.unmaintained(fault));
    }

    @Override
    public void unscorable(Throwable fault) {
        all.forEach(one -> one.unscorable(fault));
    }

    @Override
    public void refusedByEnvelope(Rule rule) {
        all.forEach(one -> one.refusedByEnvelope(rule));
    }

    @Override
    public void arming(ArmingEvent event) {
        all.forEach(one -> one.arming(event));
    }

    @Override
    public void receipt(Receipt receipt) {
        all.forEach(one -> one.receipt(receipt));
    }

    @Override
    public void failed(Throwable failure) {
        all.forEach(one -> one.failed(failure));
    }
}
