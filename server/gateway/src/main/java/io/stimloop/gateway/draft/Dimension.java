package io.stimloop.gateway.draft;

/**
 * What is varied.
 *
 * @param name  of the stimulus dimension; as a spec may have it
 * @param unit  for people
 * @param from  the first value
 * @param to    the last value; of one that wraps around, where it is the first again
 * @param count how many values, evenly spaced, from 2
 */
public record Dimension(String name, String unit, double from, double to, int count) {
    /**
     * Refuses what makes no experiment.
     *
     * @throws IllegalArgumentException with what would be right
     */
    public Dimension {
        if (!(to > from) || Double.isInfinite(to - from)) {
            throw new IllegalArgumentException("from " + from + " to " + to + ": must rise");
        }
        if (count < 2) {
            throw new IllegalArgumentException(count + " values: must be at least 2");
        }
    }

    /** From the first value to where the last one ends. */
    double range() {
        return to - from;
    }

    /** The last value of one that wraps around. */
    double lastOfTurn() {
        return to - range() / count;
    }
}
