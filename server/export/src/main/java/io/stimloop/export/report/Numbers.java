package io.stimloop.export.report;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Numbers in the order in which they came. Not thread safe. */
final class Numbers {
    private double[] values = new double[256];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    double get(int index) {
        return values[index];
    }

    double[] all() {
        return Arrays.copyOf(values, size);
    }

    /** At most so many of them, spread evenly, with the last. */
    double[] some(int most) {
        if (size <= most) {
            return all();
        }
        double[] some = new double[most];
        Arrays.setAll(some, i -> values[(int) ((i + 1L) * size / most) - 1]);
        return some;
    }

    /** As they are, each changed. */
    Numbers map(DoubleUnaryOperator change) {
        Numbers changed = new Numbers();
        for (int i = 0; i < size; i++) {
            changed.add(change.applyAsDouble(values[i]));
        }
        return changed;
    }

    /** The value below which a part of them lies; NaN where there are none. */
    double quantile(double part) {
        if (size == 0) {
            return Double.NaN;
        }
        double[] sorted = all();
        Arrays.sort(sorted);
        return sorted[Math.clamp((int) Math.ceil(part * size) - 1, 0, size - 1)];
    }
}
