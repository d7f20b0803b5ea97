package io.stimloop.inference.grid;

import io.stimloop.inference.points.Place;
import io.stimloop.inference.points.WeightedPoints;
import io.stimloop.inference.response.ParameterAxis;

/**
 * The parameters of the cells of a grid, cell by cell. Immutable; shared by a belief and its copies.
 *
 * @param parameters one array per axis, in the order in which they are reported; cells that only fill up a row repeat
 *                   its last
 * @param place      where the cells stand
 */
record GridCells(double[][] parameters, Place place) {
    static GridCells of(GridLayout layout) {
        double[][] parameters = new double[layout.axes().size()][layout.length()];
        for (int p = 0; p < parameters.length; p++) {
            fill(layout, layout.axes().get(p), parameters[p]);
        }
        return new GridCells(parameters, new Place());
    }

    private static void fill(GridLayout layout, ParameterAxis axis, double[] out) {
        boolean outer = layout.outer().contains(axis);
        int below = outer ? GridLayout.below(layout.outer(), axis) : GridLayout.below(layout.inner(), axis);
        for (int cell = 0; cell < out.length; cell++) {
            int column = Math.min(cell % layout.stride(), layout.width() - 1);
            int combination = outer ? cell / layout.stride() : column;
            out[cell] = axis.values()[combination / below % axis.size()];
        }
    }

    static long bytes(GridLayout layout) {
        return (long) Double.BYTES * layout.axes().size() * layout.rows() * layout.stride();
    }

    /** The cells with their probabilities in a posterior, which goes on changing. */
    WeightedPoints weightedBy(Posterior posterior) {
        return new Weighted(this, posterior);
    }

    private record Weighted(GridCells cells, Posterior posterior) implements WeightedPoints {
        @Override
        public int size() {
            return posterior.logs().length;
        }

        @Override
        public double[][] parameters() {
            return cells.parameters();
        }

        @Override
        public double[] weights() {
            return posterior.weights();
        }

        @Override
        public Place place() {
            return cells.place();
        }
    }
}
