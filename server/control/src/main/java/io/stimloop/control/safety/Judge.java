package io.stimloop.control.safety;

/**
 * Compares what a command would do with its limits, always in the form of an acceptance, so that a NaN on either side is
 * refused; and may be told of what is refused.
 */
public interface Judge {
    /** Tells nobody. */
    Judge QUIET = (rule, site, value, limit) -> {};

    /**
     * A limit is broken.
     *
     * @param site  the dimension, target or electrode, from 0; negative where it is about the whole command
     * @param value in the unit of the rule
     * @param limit likewise
     */
    void refused(Rule rule, int site, double value, double limit);

    /** The bit of the rule unless the value is at most the limit. */
    default long atMost(Rule rule, int site, double value, double limit) {
        if (value <= limit) {
            return 0;
        }
        refused(rule, site, value, limit);
        return rule.bit();
    }

    /** The bit of the rule unless the value is at least the limit. */
    default long atLeast(Rule rule, int site, double value, double limit) {
        if (value >= limit) {
            return 0;
        }
        refused(rule, site, value, limit);
        return rule.bit();
    }
}
