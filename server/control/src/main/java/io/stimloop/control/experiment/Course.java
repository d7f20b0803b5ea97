package io.stimloop.control.experiment;

import io.stimloop.planning.decision.Previous;
import io.stimloop.v1.Outcome;

/** How far an experiment has come: the trials so far and what they left behind. Called by the experiment's one writer. */
final class Course {
    private final OutcomeLedger ledger = new OutcomeLedger();
    private final LatestCommand latest = new LatestCommand();
    private final Learning learning;
    private long counted;
    private long highestEpoch;
    private long startedNanos;
    private boolean recalled;

    /** Before the first trial. */
    Course(LoopSetup setup) {
        learning = new Learning(setup);
    }

    /** Takes the outcome of the trial under way, counts the trial and takes up what came of it. */
    TrialListener.Reception take(LoopSetup setup, Outcome outcome) {
        ledger.take(outcome);
        return note(setup, outcome);
    }

    /** Likewise, of a trial of which nobody knows what came of it; whatever is said of it later changes nothing. */
    TrialListener.Reception withdraw(LoopSetup setup, Outcome unknown) {
        ledger.withdraw(unknown);
        return note(setup, unknown);
    }

    private TrialListener.Reception note(LoopSetup setup, Outcome outcome) {
        TrialListener.Reception reception = learning.note(outcome, latest);
        if (reception == TrialListener.Reception.INVALID) {
            setup.watch().missed();
        } else {
            counted++;
        }
        return reception;
    }

    /** Which trial is under way and what the others brought. */
    OutcomeLedger ledger() {
        return ledger;
    }

    /** The latest command. */
    LatestCommand latest() {
        return latest;
    }

    /** What is learned from outcomes. */
    Learning learning() {
        return learning;
    }

    /** Trials that counted. */
    long counted() {
        return counted;
    }

    /** The trial that the next decision follows. */
    Previous previous() {
        double[] stimulus = ledger.underWay() ? latest.stimulus() : learning.shown();
        return new Previous(stimulus, learning.response(), latest.sentNanos());
    }

    /** The number of the latest command; 0 before the first. */
    long latestTrial() {
        return ledger.underWay() ? ledger.current() : ledger.acceptedThrough();
    }

    /** An arming of this epoch is recorded. */
    void armedBefore(long epoch) {
        highestEpoch = Math.max(highestEpoch, epoch);
    }

    /** Of all armings that are recorded; 0 where there are none. */
    long highestEpoch() {
        return highestEpoch;
    }

    /** The first command is about to leave. */
    void startAt(long nanos) {
        startedNanos = nanos;
    }

    /** When the first command left, on the nanosecond clock; 0 before. */
    long startedNanos() {
        return startedNanos;
    }

    /** Was read from a journal: rigs may know of a command that the journal does not, and no command has left since. */
    void recalled(boolean yes) {
        recalled = yes;
    }

    /** See {@link #recalled(boolean)}. */
    boolean recalled() {
        return recalled;
    }
}
