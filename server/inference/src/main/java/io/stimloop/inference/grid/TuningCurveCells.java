package io.stimloop.inference.grid;

import io.stimloop.inference.points.PointFamily;
import io.stimloop.inference.points.PointModel;
import io.stimloop.inference.response.ParameterAxis;
import java.util.Arrays;
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
        double[] gains = new double[grid.curve().profileSize()];
        grid.curve().profile(TuningCurveGrid.value(stimulus), gains, 0);
        double[] offsets = grid.offsets();
        double[] dispersions = new double[offsets.length];
        Arrays.setAll(dispersions, column -> grid.curve().dispersions()[grid.dispersionOf(column)]);
        for (int row = 0; row < grid.layout().rows(); row++) {
            double drive = grid.drive(row, gains);
            int at = row * offsets.length;
            for (int column = 0; column < offsets.length; column++) {
                out[0][at + column] = offsets[column] + drive;
            }
            System.arraycopy(dispersions, 0, out[1], at, dispersions.length);
        }
    }
}
