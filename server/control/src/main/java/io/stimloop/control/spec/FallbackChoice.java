package io.stimloop.control.spec;

/** What is presented when the deadline comes before a single candidate was scored. */
public sealed interface FallbackChoice {
    /** The next of a balanced random design of the candidates. */
    record Balanced() implements FallbackChoice {}

    /**
     * Always the same stimulus.
     *
     * @param values one per dimension; not to be modified
     */
    record Stimulus(double[] values) implements FallbackChoice {}

    /** No stimulus. */
    record Blank() implements FallbackChoice {}
}
