package io.stimloop.control.spec;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Angles: numbers that mean the same when they differ by whole turns. */
final class Turns {
    /** Two angles nearer than this fraction of a turn are the same angle. */
    private static final double TOLERANCE = 1e-9;

    private Turns() {}

    /**
     * Reports a set of angles that has the same one twice, as in 0 and 360.
     *
     * @param values strictly increasing
     * @param period length of a turn; NaN where values do not wrap around, and then there is no fault
     */
    static void requireDistinct(double[] values, double period, Faults at) {
        int[] order = IntStream.range(0, values.length).boxed()
                .sorted(Comparator.comparingDouble(i -> wrapped(values[i], period)))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i + 1 < order.length; i++) {
            double a = values[order[i]];
            double b = values[order[i + 1]];
            if (Math.abs(StrictMath.IEEEremainder(a - b, period)) <= TOLERANCE * period) {
                at.add(complaint(Math.min(a, b), Math.max(a, b), period, values.length));
                return;
            }
        }
    }

    private static double wrapped(double value, double period) {
        return value - period * StrictMath.floor(value / period);
    }

    private static String complaint(double low, double high, double period, int count) {
        double last = low + period * (count - 1) / count;
        String spread = Math.abs(high - low - period) > TOLERANCE * period
                ? ""
                : "; " + count + " values evenly over a turn go from " + Wording.number(low) + " to "
                        + Wording.number(last);
        return Wording.number(low) + " and " + Wording.number(high) + " are the same angle (a turn is "
                + Wording.number(period) + "): leave one out" + spread;
    }
}
