package io.stimloop.inference.grid;

import io.stimloop.inference.response.ParameterAxis;
import java.util.Arrays;

/**
 * The axis that a parameter had at first, as a ruler: position i is its i-th value, and between two values the values
 * go on as they do on the axis, in equal ratios where that is how it is spaced. Grids that are finer lie evenly on it.
 */
final class AxisRuler {
    private static final double SAME_RATIO = 1e-6;

    private final ParameterAxis axis;
    private final double period;
    private final boolean ratios;

    /** @param period of a parameter that wraps around; else NaN */
    AxisRuler(ParameterAxis axis, double period) {
        this.axis = axis;
        this.period = period;
        this.ratios = inRatios(axis.values()) && !periodic();
    }

    private static boolean inRatios(double[] values) {
        if (values.length < 3 || !(values[0] > 0)) {
            return false;
        }
        double first = values[1] / values[0];
        for (int i = 2; i < values.length; i++) {
            if (Math.abs(values[i] / values[i - 1] - first) > SAME_RATIO * first) {
                return false;
            }
        }
        return first > 1 + SAME_RATIO;
    }

    ParameterAxis axis() {
        return axis;
    }

    /** Length of a turn of a parameter that wraps around; else NaN. */
    double period() {
        return period;
    }

    boolean periodic() {
        return !Double.isNaN(period);
    }

    /** Number of values, here and on every grid that lies on the ruler. */
    int size() {
        return axis.size();
    }

    /** As many values as there are on the ruler, evenly from one position to another, with their prior weights. */
    ParameterAxis axis(double low, double high) {
        int n = size();
        if (n == 1 || (low == 0 && high == n - 1)) {
            return axis;
        }
        double[] values = new double[n];
        double[] logs = new double[n];
        for (int i = 0; i < n; i++) {
            double position = low + (high - low) * i / (n - 1);
            values[i] = value(position);
            logs[i] = logPrior(position);
        }
        double peak = Arrays.stream(logs).max().orElseThrow();
        return new ParameterAxis(axis.name(), values,
                Arrays.stream(logs).map(log -> StrictMath.exp(log - peak)).toArray());
    }

    /**
     * A value near one of a grid's.
     *
     * @param range of the grid
     * @param i     which of its values
     * @param off   how far from it, in steps of the grid; does not lead off the ruler
     */
    double near(AxisRange range, int i, double off) {
        double position = range.low() + (i + off) * range.step(this);
        return inTurn(value(periodic() ? position : Math.clamp(position, 0, size() - 1.0)));
    }

    /** A value of a parameter that wraps around, moved by whole turns into the turn that begins with the first value. */
    private double inTurn(double value) {
        return periodic() ? value - period * Math.floor((value - axis.first()) / period) : value;
    }

    private double value(double position) {
        int n = size();
        double turn = periodic() ? Math.floor(position / n) : 0;
        double within = position - turn * n;
        int below = below(within);
        double part = within - below;
        double from = axis.values()[below];
        double to = below + 1 < n ? axis.values()[below + 1] : axis.values()[0] + period;
        if (ratios) {
            return from * StrictMath.pow(to / from, part);
        }
        return from + (to - from) * part + (periodic() ? turn * period : 0);
    }

    /** Of a step of the ruler: between two values in equal ratios. */
    private double logPrior(double position) {
        int n = size();
        double within = periodic() ? position - Math.floor(position / n) * n : position;
        int below = below(within);
        double from = logOf(axis.prior()[below]);
        double to = logOf(axis.prior()[below + 1 < n ? below + 1 : 0]);
        return from + (to - from) * (within - below);
    }

    private int below(double position) {
        return Math.clamp((long) position, 0, periodic() ? size() - 1 : size() - 2);
    }

    private static double logOf(double weight) {
        return StrictMath.log(Math.max(weight, Double.MIN_NORMAL));
    }
}
