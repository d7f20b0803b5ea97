package io.stimloop.control.experiment;

import io.stimloop.control.safety.Rule;
import io.stimloop.inference.belief.Belief;
import io.stimloop.planning.decision.Decision;
import io.stimloop.v1.Maintained;
import io.stimloop.v1.NeuronChange;
import io.stimloop.v1.Receipt;
import io.stimloop.v1.ReceiptStatus;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it is told. Not thread safe. */
final class NotingListener implements TrialListener {
    final List<Boolean> alarms = new ArrayList<>();
    final List<Reception> receptions = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();
    final List<DecisionTimes> times = new ArrayList<>();
    final List<ReceiptStatus> receipts = new ArrayList<>();
    final List<Throwable> failures = new ArrayList<>();
    final List<List<String>> warnings = new ArrayList<>();
    final List<Maintained> maintenance = new ArrayList<>();
    final List<NeuronChange> neuronChanges = new ArrayList<>();
    int implausible;
    final List<Rule> rules = new ArrayList<>();
    int refusedByEnvelope;

    @Override
    public void received(Reception reception) {
        receptions.add(reception);
    }

    @Override
    public void decided(Decision decision, DecisionTimes decisionTimes) {
        decisions.add(decision);
        times.add(decisionTimes);
    }

    @Override
    public void modelAlarm(boolean up) {
        alarms.add(up);
    }

    @Override
    public void warned(List<String> now) {
        warnings.add(now);
    }

    @Override
    public void implausible() {
        implausible++;
    }

    @Override
    public void maintained(Maintained adopted, Belief belief) {
        maintenance.add(adopted);
    }

    @Override
    public void neuronsChanged(NeuronChange change) {
        neuronChanges.add(change);
    }

    @Override
    public void unmaintained(Throwable fault) {
        failures.add(fault);
    }

    @Override
    public void unscorable(Throwable fault) {
        failures.add(fault);
    }

    @Override
    public void refusedByEnvelope(Rule rule) {
        refusedByEnvelope++;
        rules.add(rule);
    }

    @Override
    public void receipt(Receipt receipt) {
        receipts.add(receipt.getStatus());
    }

    @Override
    public void failed(Throwable failure) {
        failures.add(failure);
    }
}
