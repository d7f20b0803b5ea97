package io.stimloop.export.session;

import io.stimloop.v1.Decision;

/**
 * A trial, from its command to what was learned.
 *
 * @param number          from 1
 * @param startSeconds    when its command left, in seconds since the experiment was created
 * @param stopSeconds     when its outcome was taken, likewise; NaN where none came
 * @param stimulus        as commanded, one value per dimension in its unit; empty: a blank
 * @param presented       what the belief learned from; empty where it learned nothing
 * @param response        one number per neuron (channel, subject) that there was; empty where none came, or an invalid one
 * @param end             what came of it
 * @param decision        why this stimulus
 * @param reason          in words
 * @param runnerUp        utility of the second best; NaN where there was none
 * @param latencySeconds  from the arrival of the outcome before it to the leaving of its command
 * @param missed          whether that was later than the deadline
 * @param delivery        what the stimulator said it did: DELIVERED, REFUSED, FAILED; empty where it said nothing
 * @param refusals        what the safety envelope refused before the command, and why; empty where nothing was
 * @param entropyNats     of the belief after it; NaN where that is not known
 * @param realisedNats    by how much the outcome lowered the entropy of the belief; NaN where that is not known
 */
public record Trial(long number, double startSeconds, double stopSeconds, double[] stimulus,
        double[] presented, double[] response, End end, Decision decision, String reason, double runnerUp,
        double latencySeconds, boolean missed, String delivery, String refusals, double entropyNats,
        double realisedNats) {
    /** What came of a trial. */
    public enum End {
        /** The belief learned from its outcome. */
        LEARNED,
        /** Likewise, though no parameter value made the outcome likely. */
        IMPLAUSIBLE,
        /** Nothing was presented, and nothing learned. */
        BLANK,
        /** The rig said that it did not happen as it should. */
        INVALID,
        /** Nobody knows whether the command was carried out. */
        WITHDRAWN,
        /** No outcome is in the journal. */
        OPEN
    }
}
