package io.stimloop.control.experiment;

import io.stimloop.control.arming.ArmingEvent;
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
 * Told what happens in an experiment, for metrics and displays. Called by the experiment's writer after the
 * command has left; must return at once, block on nothing and throw nothing.
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
    void received(Reception reception);

    /** An outcome was taken and is about to be acknowledged. */
    default void taken(Outcome outcome) {}

    /** A command was handed over for sending. */
    default void commanded(Present command) {}

    /** A command has left. */
    void decided(Decision decision, DecisionTimes times);

    /** A response came that was prepared for, well or not. */
    default void foresaw(Foresight foresight) {}

    /** The model gave what was observed a probability below 1e-12 whatever its parameters. */
    void implausible();

    /** The check of the model raised an alarm, or the last alarm went down. */
    void modelAlarm(boolean up);

    /**
     * The belief or the planner has warnings about other things than before.
     *
     * @param warnings all of them, for people; empty when the last is gone
     */
    void warned(List<String> warnings);

    /** Between two trials the belief adopted what its maintenance had come to. */
    void maintained(Maintained adopted);

    /** Between two trials neurons were dropped or added. */
    default void neuronsChanged(NeuronChange change) {}

    /** The belief's maintenance failed; the experiment goes on without. */
    void unmaintained(Throwable fault);

    /** A candidate could not be scored for a reason that was not met before; the search went on without it. */
    void unscorable(Throwable fault);

    /** The safety envelope refused a stimulus; another one, or a blank, is sent instead. */
    void refusedByEnvelope(Rule rule);

    /** Commands may leave, or may not any more. From any thread. */
    default void arming(ArmingEvent event) {}

    /** A stimulator said what it did. */
    void receipt(ReceiptStatus status);

    /** The experiment met an error of the server's own and is halted; the one place to log it. */
    void failed(Throwable failure);
}
