package io.stimloop.inference.response;

/** Evenly spaced values, with both ends exact. */
public final class Levels {
    private Levels() {}

    /**
     * Equal differences.
     *
     * @param to    must exceed {@code from}
     * @param count from 2
     * @throws IllegalArgumentException naming the argument and its value
     */
    public static double[] linear(double from, double to, int count) {
        check(from, to, count);
        double[] levels = new double[count];
        for (int i = 0; i < count; i++) {
            levels[i] = from + (to - from) * i / (count - 1);
        }
        levels[count - 1] = to;
        return levels;
    }

    /**
     * Equal ratios.
     *
     * @param from  above 0
     * @param to    must exceed {@code from}
     * @param count from 2
     * @throws IllegalArgumentException naming the argument and its value
     */
    public static double[] logarithmic(double from, double to, int count) {
        if (!(from > 0)) {
            throw new IllegalArgumentException("from: " + from + " must be above 0 for equal ratios");
        }
        check(from, to, count);
        double[] levels = linear(StrictMath.log(from), StrictMath.log(to), count);
        for (int i = 1; i < count - 1; i++) {
            levels[i] = StrictMath.exp(levels[i]);
        }
        levels[0] = from;
        levels[count - 1] = to;
        return levels;
    }

    private static void check(double from, double to, int count) {
        if (!Double.isFinite(from)) {
            throw new IllegalArgumentException("from: " + from + " must be finite");
        }
        if (!(to > from) || Double.isInfinite(to)) {
            throw new IllegalArgumentException(
                    "to: " + to + " must exceed from (" + from + ") and be finite");
        }
        if (count < 2) {
            throw new IllegalArgumentException("count: " + count + " must be at least 2");
        }
    }
}
