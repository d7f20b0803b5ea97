package io.stimloop.gateway.page;

import io.stimloop.control.arming.ArmingEvent;
import io.stimloop.control.experiment.DecisionTimes;
import io.stimloop.control.experiment.TrialListener;
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
import io.stimloop.v1.ReceiptStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Hears what happens in an experiment, on its threads, and does no more than put it into a queue. */
final class Witness implements TrialListener {
    private final Happenings queue;
    private final InstantSource clock;

    Witness(Happenings queue, InstantSource clock) {
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public void commanded(Present command, Decision decision, Supplier<String> reason) {
        queue.add(new Happening.Commanded(command));
    }

    @Override
    public void decided(Decision decision, DecisionTimes times) {
        queue.add(new Happening.Decided(decision, times, clock.millis()));
    }

    @Override
    public void taken(Outcome outcome, double[] commanded) {
        queue.add(new Happening.Taken(outcome, false));
    }

    @Override
    public void withdrawn(Outcome unknown) {
        queue.add(new Happening.Taken(unknown, true));
        note(Severity.WARNING,
                "trial " + unknown.getTrial() + " is withdrawn: nobody knows whether it was presented");
    }

    @Override
    public void received(Reception reception) {
        queue.add(new Happening.Received(reception));
        if (reception == Reception.REFUSED) {
            note(Severity.WARNING, "an outcome was refused");
        }
    }

    @Override
    public void learned(long trial, Belief belief, boolean implausible) {
        queue.add(new Happening.Learned(belief.trials(), belief.entropyAtHand()));
    }

    @Override
    public void foresaw(Foresight foresight) {
        queue.add(new Happening.Foreseen(foresight));
    }

    @Override
    public void acted(OperatorActionKind kind, String operator, String reason) {
        String who = operator.isEmpty() ? "" : " by " + operator;
        note(Severity.INFO,
                kind.name().toLowerCase(Locale.ROOT) + who + (reason.isEmpty() ? "" : ": " + reason));
    }

    @Override
    public void finished(long trials, String reason) {
        note(Severity.INFO, "finished after " + trials + " trials: " + reason);
    }

    @Override
    public void halted(HaltReason reason, String detail) {
        note(Severity.ALARM, "halted: " + detail);
    }

    @Override
    public void implausible() {
        note(Severity.WARNING, "an outcome that no parameter value could explain");
    }

    @Override
    public void modelAlarm(boolean up) {
        note(up ? Severity.ALARM : Severity.INFO,
                "what is observed " + (up ? "does not agree with the model" : "agrees with the model again"));
    }

    @Override
    public void warned(List<String> warnings) {
        note(warnings.isEmpty() ? Severity.INFO : Severity.WARNING,
                warnings.isEmpty() ? "no warnings any more" : String.join("; ", warnings));
    }

    @Override
    public void maintained(Maintained adopted, Belief belief) {
        note(Severity.INFO, "the belief adopted " + adopted.getDescription());
    }

    @Override
    public void neuronsChanged(NeuronChange change) {
        note(Severity.INFO,
                "neurons " + change.getDroppedList() + " dropped, " + change.getAddedList() + " added, by "
                        + change.getOperator());
    }

    @Override
    public void unmaintained(Throwable fault) {
        note(Severity.WARNING, "the maintenance of the belief failed: " + fault);
    }

    @Override
    public void unscorable(Throwable fault) {
        note(Severity.WARNING, "a candidate could not be scored: " + fault);
    }

    @Override
    public void refusedByEnvelope(Rule rule) {
        note(Severity.ALARM, "the safety envelope refused a stimulus by the rule "
                + rule.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    @Override
    public void arming(ArmingEvent event) {
        note(switch (event.kind()) {
            case ARMED, CLEARED -> Severity.INFO;
            case DISARMED -> Severity.WARNING;
            case FAULTED -> Severity.ALARM;
        }, event.kind().name().toLowerCase(Locale.ROOT) + " (epoch " + event.epoch() + "): "
                + event.detail());
    }

    @Override
    public void receipt(Receipt receipt) {
        if (receipt.getStatus() != ReceiptStatus.DELIVERED) {
            note(Severity.WARNING, "trial " + receipt.getTrial() + ": the stimulator says "
                    + receipt.getStatus().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + (receipt.getDetail().isEmpty() ? "" : ": " + receipt.getDetail()));
        }
    }

    @Override
    public void failed(Throwable failure) {
        note(Severity.ALARM, "internal error: " + failure);
    }

    private void note(Severity severity, String text) {
        queue.add(new Happening.Noted(severity, text, clock.millis()));
    }
}
