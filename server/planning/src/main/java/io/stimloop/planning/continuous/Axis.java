package io.stimloop.planning.continuous;

import io.stimloop.numerics.kernel.Elementary;
import java.util.Arrays;

/** One value of a stimulus, and what it may be. A coordinate from 0 to 1 runs through all of it. */
public sealed interface Axis {
    /** The value at a coordinate. */
    double at(double coordinate);

    /** A coordinate of a value that may be. */
    double coordinate(double value);

    /** Whether a value may be. */
    boolean contains(double value);

    /** Whether there is a value between any two. */
    default boolean continuous() {
        return true;
    }

    /** Length of a turn, in coordinates; 0 where values do not wrap around. */
    default double turn() {
        return 0;
    }

    /**
     * One of a few values.
     *
     * @param values strictly increasing, at least one; not to be modified
     */
    record Listed(double[] values) implements Axis {
        @Override
        public double at(double coordinate) {
            return values[Math.clamp((int) (coordinate * values.length), 0, values.length - 1)];
        }

        @Override
        public boolean contains(double value) {
            return Arrays.stream(values).anyMatch(known -> known == value);
        }

        @Override
        public double coordinate(double value) {
            int nearest = 0;
            for (int i = 1; i < values.length; i++) {
                nearest = Math.abs(values[i] - value) < Math.abs(values[nearest] - value) ? i : nearest;
            }
            return (nearest + 0.5) / values.length;
        }

        @Override
        public boolean continuous() {
            return false;
        }
    }

    /**
     * Any value between two, both included. Equal steps of the coordinate are equal differences.
     *
     * @param min least value
     * @param max greatest value, above min
     */
    record Linear(double min, double max) implements Axis {
        /** Exact at both ends and never beyond: each half is measured from its own. */
        @Override
        public double at(double coordinate) {
            double u = Math.clamp(coordinate, 0, 1);
            return u < 0.5 ? min + u * (max - min) : max - (1 - u) * (max - min);
        }

        @Override
        public boolean contains(double value) {
            return value >= min && value <= max;
        }

        @Override
        public double coordinate(double value) {
            return Math.clamp((value - min) / (max - min), 0, 1);
        }
    }

    /**
     * Any value between two above 0, both included. Equal steps of the coordinate are equal ratios.
     *
     * @param min least value, above 0
     * @param max greatest value, above min
     */
    record Logarithmic(double min, double max) implements Axis {
        @Override
        public double at(double coordinate) {
            double u = Math.clamp(coordinate, 0, 1);
            if (u == 0 || u == 1) {
                return u == 0 ? min : max;
            }
            return Math.clamp(min * Elementary.exp(u * Elementary.log(max / min)), min, max);
        }

        @Override
        public boolean contains(double value) {
            return value >= min && value <= max;
        }

        @Override
        public double coordinate(double value) {
            return value > min
                    ? Math.min(Elementary.log(value / min) / Elementary.log(max / min), 1)
                    : 0;
        }
    }

    /**
     * Any angle: values that differ by whole turns are the same.
     *
     * @param start  least value
     * @param period length of a turn, above 0; start + period is the same as start and is not given
     */
    record Turn(double start, double period) implements Axis {
        @Override
        public double at(double coordinate) {
            double value = start + (coordinate - Math.floor(coordinate)) * period;
            return value < start + period ? value : start;
        }

        @Override
        public boolean contains(double value) {
            return value >= start && value < start + period;
        }

        @Override
        public double coordinate(double value) {
            double turns = (value - start) / period;
            return turns - Math.floor(turns);
        }

        @Override
        public double turn() {
            return 1;
        }
    }
}
