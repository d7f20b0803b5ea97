package io.stimloop.inference.grid;

import io.stimloop.inference.points.PointFamily;
import io.stimloop.inference.points.PointModel;
import io.stimloop.inference.response.ParameterAxis;
import java.util.List;

/**
 * A tuning curve at the cells of its grid, and nowhere else: rates follow from the layout of the grid, which saves
 * most of the work.
 *
 * @param grid whose cells are meant, in their order, whatever parameters are handed in
 */
record TuningCurveCells(TuningCurveGrid grid) implements PointModel {
    private static final int COLUMNS = 2;

    @Override
    public PointFamily family() {
        return PointFamily.COUNT;
    }

    @Override
    public int columns() {
        return COLUMNS;
    }

    @Override
    public List<String> parameterNames() {
        return grid.layout().axes().stream().map(ParameterAxis::name).toList();
    }

    @Override
    public String kind() {
        return "tuningCurve";
    }

    @Override
    public void evaluate(double[] stimulus, double[][] parameters, int n, double[][] out) {
        if (n != grid.layout().length()) {
            throw new IllegalArgumentException(
                    "n: " + n + " must be the " + grid.layout().length() + " cells");
        }
        double[] rates = out[0];
        double[] dispersions = out[1];
        // The second column is free until it is filled in: room for the gains.
        grid.curve().profile(TuningCurveGrid.value(stimulus), dispersions, 0);
        double[] offsets = grid.offsets();
        for (int row = 0; row < grid.layout().rows(); row++) {
            double drive = grid.drive(row, dispersions);
            for (int column = 0; column < offsets.length; column++) {
                rates[row * offsets.length + column] = offsets[column] + drive;
            }
        }
        double[] known = grid.curve().dispersions();
        for (int column = 0; column < offsets.length; column++) {
            dispersions[column] = known[grid.dispersionOf(column)];
        }
        for (int at = offsets.length; at < n; at += offsets.length) {
            System.arraycopy(dispersions, 0, dispersions, at, offsets.length);
        }
    }
}
