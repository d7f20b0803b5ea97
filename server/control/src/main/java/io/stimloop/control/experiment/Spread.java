package io.stimloop.control.experiment;

import java.util.stream.IntStream;

/** Which of many candidates a message shows. */
final class Spread {
    /** In all stimuli of a message: half of what a message may hold. */
    private static final int MOST_NUMBERS = 60_000;

    private Spread() {}

    /** Indices of so many candidates, spread evenly; fewer where their numbers would not fit into a message. */
    static int[] shown(double[][] candidates, int most) {
        int kept = Math.min(Math.min(most, candidates.length), MOST_NUMBERS / candidates[0].length);
        return IntStream.range(0, kept).map(i -> (int) ((long) i * candidates.length / kept)).toArray();
    }
}
