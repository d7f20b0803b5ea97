package io.stimloop.planning.decision;

/** Where a decision came from. */
public enum DecisionSource {
    /** The best of what was scored by the deadline. */
    SEARCH,
    /** A search that was made for this very response before it came. */
    SPECULATED,
    /** A rule that looks at the responses or at the belief, but scores nothing: a staircase, Thompson sampling. */
    POLICY,
    /** The spec's fallback: the deadline came before a single candidate was scored. */
    FALLBACK,
    /** A fixed or random design that does not look at the belief. */
    DESIGN
}
