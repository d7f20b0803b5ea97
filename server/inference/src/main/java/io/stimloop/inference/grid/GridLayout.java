package io.stimloop.inference.grid;

import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.numerics.kernel.Kernels;
import java.util.List;

/**
 * How a grid over several parameters lies in one array: rows, one for each combination of the outer
 * parameters, of columns, one for each combination of the inner ones; the last parameter of each group
 * varies fastest. Rows are padded so that kernels need not care for their ends.
 *
 * @param axes  all parameters, in the order in which they are reported
 * @param outer those that differ between rows
 * @param inner those that differ between columns
 */
record GridLayout(List<ParameterAxis> axes, List<ParameterAxis> outer, List<ParameterAxis> inner) {
    /** Number of rows. */
    int rows() {
        return size(outer);
    }

    /** Columns of a row that belong to the grid. */
    int width() {
        return size(inner);
    }

    /** Distance between the starts of two rows. */
    int stride() {
        return Kernels.padded(width());
    }

    /** Length of an array that holds the grid. */
    int length() {
        return Math.multiplyExact(rows(), stride());
    }

    /** The part of all rows' or all columns' prior probabilities: a product over the axes of a group. */
    static double[] priorOf(List<ParameterAxis> group) {
        double[] product = new double[size(group)];
        for (int i = 0; i < product.length; i++) {
            product[i] = 1;
            int rest = i;
            for (ParameterAxis axis : group.reversed()) {
                product[i] *= axis.prior()[rest % axis.size()];
                rest /= axis.size();
            }
        }
        return product;
    }

    /**
     * The values of all parameters in a cell, in the order in which they are reported.
     *
     * @param cell index in an array that holds the grid
     */
    double[] values(int cell) {
        return axes.stream().mapToDouble(axis -> outer.contains(axis)
                ? value(outer, axis, cell / stride())
                : value(inner, axis, cell % stride())).toArray();
    }

    private static double value(List<ParameterAxis> group, ParameterAxis axis, int combination) {
        return axis.values()[combination / below(group, axis) % axis.size()];
    }

    /** How many combinations of a group have the same value of an axis next to each other. */
    static int below(List<ParameterAxis> group, ParameterAxis axis) {
        return size(group.subList(group.indexOf(axis) + 1, group.size()));
    }

    /**
     * Sums the masses of all combinations of a group into those of one of its axes.
     *
     * @param mass one for each combination
     */
    static double[] marginal(List<ParameterAxis> group, ParameterAxis axis, double[] mass) {
        int below = below(group, axis);
        int whole = below * axis.size();
        int end = size(group);
        double[] marginal = new double[axis.size()];
        for (int start = 0; start < end; start += whole) {
            for (int value = 0; value < marginal.length; value++) {
                double sum = 0;
                for (int i = start + value * below; i < start + (value + 1) * below; i++) {
                    sum += mass[i];
                }
                marginal[value] += sum;
            }
        }
        return marginal;
    }

    private static int size(List<ParameterAxis> group) {
        return group.stream().mapToInt(ParameterAxis::size).reduce(1, Math::multiplyExact);
    }
}
