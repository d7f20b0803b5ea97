package io.stimloop.studies;

import java.util.ArrayList;
import java.util.List;

/** After which trials a study looks at its experiments. */
final class Checkpoints {
    private static final int[] STEPS = {1, 2, 3, 5, 7};

    private Checkpoints() {}

    /** Round numbers, ever farther apart, up to the last trial. */
    static int[] upTo(int trials) {
        List<Integer> checkpoints = new ArrayList<>();
        for (long decade = 1; decade <= trials; decade *= 10) {
            for (int step : STEPS) {
                if (step * decade < trials) {
                    checkpoints.add((int) (step * decade));
                }
            }
        }
        checkpoints.add(trials);
        return checkpoints.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Those that were asked for, and the last trial.
     *
     * @throws IllegalArgumentException when they do not ascend or lie beyond the last trial
     */
    static int[] listed(int[] wanted, int trials) {
        List<Integer> checkpoints = new ArrayList<>();
        for (int trial : wanted) {
            int before = checkpoints.isEmpty() ? 0 : checkpoints.getLast();
            if (trial <= before || trial > trials) {
                throw new IllegalArgumentException("--checkpoints: " + trial + " must be above " + before
                        + " and at most --trials (" + trials + ")");
            }
            checkpoints.add(trial);
        }
        if (checkpoints.isEmpty() || checkpoints.getLast() < trials) {
            checkpoints.add(trials);
        }
        return checkpoints.stream().mapToInt(Integer::intValue).toArray();
    }
}
