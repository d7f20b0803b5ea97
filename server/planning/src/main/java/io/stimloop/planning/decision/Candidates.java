package io.stimloop.planning.decision;

/**
 * What there is to choose from.
 *
 * @param stimuli one row per candidate stimulus, at least one; not to be modified, rows are handed out in decisions
 * @param reach   which may follow the trial before
 */
public record Candidates(double[][] stimuli, Reach reach) {
    /** @throws IllegalArgumentException when there is none */
    public Candidates {
        if (stimuli.length == 0) {
            throw new IllegalArgumentException("candidates: 0 must be at least 1");
        }
    }

    /** Of which any may follow any. */
    public static Candidates of(double[][] stimuli) {
        return new Candidates(stimuli, Reach.ANY);
    }

    /** How many. */
    public int size() {
        return stimuli.length;
    }
}
