package io.stimloop.planning.lookahead;

import java.util.Arrays;

/**
 * How many beliefs may yet be looked at for a decision. What a candidate costs is counted in advance and in full,
 * whether or not some of it is saved, so that how far the allowance goes depends on nothing that varies. Not thread safe.
 */
final class Allowance {
    private final int reachable;
    private final int responses;
    private double left;

    /**
     * @param beliefs   how many; may be infinite
     * @param reachable candidates that may follow, about
     * @param responses that are followed up, at most
     */
    Allowance(double beliefs, int reachable, int responses) {
        this.left = beliefs;
        this.reachable = reachable;
        this.responses = responses;
    }

    /** Takes what as many of the first candidates need as can be afforded, and returns those. */
    int[] take(int[] order, NextResponses responsesTo, Depth depth) {
        double each = depth.beliefs(reachable, responses);
        int affordable = 0;
        for (int candidate : order) {
            double needed = each * responsesTo.to(candidate).count();
            if (needed > left) {
                break;
            }
            left -= needed;
            affordable++;
        }
        return Arrays.copyOf(order, affordable);
    }
}
