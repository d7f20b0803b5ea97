package io.stimloop.planning.decision;

/**
 * The greatest of some utilities and the next; of equals the one with the lowest index. What is no number does not
 * count, nor does minus infinity, which stands for what is not allowed.
 *
 * @param first   index of the greatest; -1 where nothing counts
 * @param second  index of the next; -1 where only one counts
 * @param counted how many count
 */
public record BestTwo(int first, int second, int counted) {
    private static final int NONE = -1;

    /** Of these utilities. */
    public static BestTwo of(double[] utilities) {
        int first = NONE;
        int second = NONE;
        int counted = 0;
        for (int i = 0; i < utilities.length; i++) {
            // Written as acceptance, so that NaN does not count.
            if (utilities[i] > Double.NEGATIVE_INFINITY) {
                counted++;
                if (first == NONE || utilities[i] > utilities[first]) {
                    second = first;
                    first = i;
                } else if (second == NONE || utilities[i] > utilities[second]) {
                    second = i;
                }
            }
        }
        return new BestTwo(first, second, counted);
    }

    /** Whether nothing counts. */
    public boolean none() {
        return first == NONE;
    }

    /** The second, with what it is the index of. */
    public RunnerUp runnerUp(double[][] stimuli, double[] utilities) {
        return second == NONE ? RunnerUp.NONE : new RunnerUp(stimuli[second], utilities[second]);
    }
}
