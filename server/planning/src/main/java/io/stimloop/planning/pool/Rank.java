package io.stimloop.planning.pool;

/** What goes before what, whatever the deadlines. */
public enum Rank {
    /** A decision is waited for and its deadline was promised. */
    PROMISED,
    /** A decision is waited for; its deadline is kept as well as can be. */
    BEST_EFFORT,
    /** Nobody waits yet. */
    SPECULATIVE
}
