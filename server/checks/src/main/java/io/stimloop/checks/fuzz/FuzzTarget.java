package io.stimloop.checks.fuzz;

import java.util.SplittableRandom;

/** A way into the program. */
interface FuzzTarget {
    /** What comes in. */
    String name();

    /** How many of its inputs come in a turn: the quicker they are, the more. */
    int share();

    /**
     * Sends one input. Any exception is a failure: a refusal is an answer.
     *
     * @param random all that the input depends on
     */
    void send(SplittableRandom random) throws Exception;
}
