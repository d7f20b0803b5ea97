package io.stimloop.planning.decision;

/** Where a decision came from. */
public enum DecisionSource {
    /** The best of the candidates scored by the deadline. */
    SEARCH,
    /** The spec's fallback: the deadline came before a single candidate was scored. */
    FALLBACK,
    /** A fixed or random design that does not look at the belief. */
    DESIGN
}
