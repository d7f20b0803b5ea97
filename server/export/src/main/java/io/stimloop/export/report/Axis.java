package io.stimloop.export.report;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis of a plot.
 *
 * @param from  its lower end
 * @param to    its upper end, above from
 * @param title what is on it, with the unit
 */
record Axis(double from, double to, String title) {
    private static final int TICKS = 6;

    /** One that covers some values, and a little more. */
    static Axis covering(double least, double most, String title) {
        double low = Double.isFinite(least) ? least : 0;
        double high = Double.isFinite(most) ? most : low + 1;
        double room = high > low ? (high - low) * 0.04 : Math.max(0.5, Math.abs(high) * 0.1);
        return new Axis(low == 0 ? 0 : low - room, high + room, title);
    }

    /** Where a value is, from 0 to 1. */
    double part(double value) {
        return (value - from) / (to - from);
    }

    /** Round values on it. */
    List<Double> ticks() {
        double step = step((to - from) / TICKS);
        List<Double> ticks = new ArrayList<>();
        for (long k = (long) Math.ceil(from / step - 1e-9); k * step <= to + step * 1e-9; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    /** The least of 1, 2 and 5 times a power of ten that is not below a step. */
    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[]{1, 2, 5}) {
            if (factor * power >= least * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
