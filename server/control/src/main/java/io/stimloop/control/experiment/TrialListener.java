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
 * Told what happens in an experiment, for metrics and displays. Called by the experiment's writer after the
 * command has left, but where a method says otherwise; must return at once, block on nothing and throw nothing.
 */
public interface TrialListener {
    /** How an outcome was received. */
    enum Reception {
        /** The belief learned from it. */
        LEARNED,
        /** The trial was a blank: nothing to learn. */
        BLANK,
        /** The rig marked it invalid. */
        INVALID,
        /** It was known already and changed nothing. */
        REPEATED,
        /** It was refused and changed nothing. */
        REFUSED
    }

    /** An outcome was received. */
    default void received(Reception reception) {}

    /**
     * An outcome was taken and is about to be acknowledged.
     *
     * @param commanded what its command presented; empty for a blank; not to be modified
     */
    default void taken(Outcome outcome, double[] commanded) {}

    /**
     * A trial was withdrawn: nobody knows whether its command was carried out, and it is not presented again.
     *
     * @param unknown invalid
     */
    default void withdrawn(Outcome unknown) {}

    /**
     * A command was handed over for sending.
     *
     * @param decision that it presents, or a blank where the safety envelope refused that
     * @param reason   why, as {@link io.stimloop.planning.decision.Planner#reason}; to be asked at once or never
     */
    default void commanded(Present command, Decision decision, Supplier<String> reason) {}

    /**
     * All that an outcome brings is done: the next command, if any, has left.
     *
     * @param belief      after it; to be read at once or never
     * @param implausible no parameter value gave it any probability
     */
    default void learned(long trial, Belief belief, boolean implausible) {}

    /** Maintenance of the belief was begun, from what it is now. */
    default void maintenanceBegun() {}

    /** An operator did something. */
    default void acted(OperatorActionKind kind, String operator, String reason) {}

    /** It is over, in good order. */
    default void finished(long trials, String reason) {}

    /** It is over at once. Called from any thread. */
    default void halted(HaltReason reason, String detail) {}

    /** A command has left. */
    default void decided(Decision decision, DecisionTimes times) {}

    /** A response came that was prepared for, well or not. */
    default void foresaw(Foresight foresight) {}

    /** The model gave what was observed a probability below 1e-12 whatever its parameters. */
    default void implausible() {}

    /** The check of the model raised an alarm, or the last alarm went down. */
    default void modelAlarm(boolean up) {}

    /**
     * The belief or the planner has warnings about other things than before.
     *
     * @param warnings all of them, for people; empty when the last is gone
     */
    default void warned(List<String> warnings) {}

    /**
     * Between two trials the belief adopted what its maintenance had come to.
     *
     * @param belief after it; to be read at once or never
     */
    default void maintained(Maintained adopted, Belief belief) {}

    /** Between two trials neurons were dropped or added. */
    default void neuronsChanged(NeuronChange change) {}

    /** The belief's maintenance failed; the experiment goes on without. */
    default void unmaintained(Throwable fault) {}

    /** A candidate could not be scored for a reason that was not met before; the search went on without it. */
    default void unscorable(Throwable fault) {}

    /** The safety envelope refused a stimulus; another one, or a blank, is sent instead. */
    default void refusedByEnvelope(Rule rule) {}

    /** Commands may leave, or may not any more. From any thread. */
    default void arming(ArmingEvent event) {}

    /** A stimulator said what it did. */
    default void receipt(Receipt receipt) {}

    /** The experiment met an error of the server's own and is halted; the one place to log it. */
    default void failed(Throwable failure) {}
}
