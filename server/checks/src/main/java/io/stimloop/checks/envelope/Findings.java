package io.stimloop.checks.envelope;

import io.stimloop.control.safety.Rule;

/**
 * What the oracle found about one proposal: the rules that it breaks, and those that it meets or breaks so narrowly that
 * rounding decides. Quantities that are whole numbers leave nothing to rounding.
 */
final class Findings {
    private static final double NARROW = 1e-9;

    private long broken;
    private long narrow;

    void clear() {
        broken = 0;
        narrow = 0;
    }

    /** A rule that is met or not, without rounding. */
    void require(Rule rule, boolean met) {
        broken |= met ? 0 : rule.bit();
    }

    /** A rule about numbers that are rounded on the way. */
    void atMost(Rule rule, double value, double limit) {
        if (limit == Double.POSITIVE_INFINITY) {
            return;
        }
        broken |= value <= limit ? 0 : rule.bit();
        narrow |= Math.abs(value - limit) <= NARROW * Math.abs(limit) ? rule.bit() : 0;
    }

    long broken() {
        return broken;
    }

    long narrow() {
        return narrow;
    }
}
