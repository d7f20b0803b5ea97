package io.stimloop.inference.grid;

import io.stimloop.inference.points.PointLikelihood;
import io.stimloop.inference.points.PointModel;
import io.stimloop.inference.points.PointTable;
import io.stimloop.numerics.kernel.Kernels;

/** The log likelihood of a response, added over the grid of any model. Not thread safe. */
final class PointPass implements LikelihoodPass {
    private final PointGrid grid;
    private final PointLikelihood term;
    private final double[] likelihood;
    private final double[][] columns;
    private PointTable known;
    private double[][] reader;

    PointPass(PointGrid grid, PointTable known) {
        int cells = grid.layout().length();
        this.grid = grid;
        this.term = new PointLikelihood(grid.model(), cells);
        this.likelihood = new double[cells];
        this.columns = new double[grid.model().columns()][cells];
        this.known = known;
        this.reader = known.newReader();
    }

    static long bytes(PointModel model, int cells, int candidates) {
        return (long) Double.BYTES * (1 + model.columns()) * cells + PointLikelihood.bytes(model, cells)
                + PointTable.readerBytes(model, candidates, cells);
    }

    @Override
    public void add(double[] logs, double shift, double[] stimulus, double[] response, double[] peaks) {
        check(stimulus, response);
        int at = known.find(stimulus);
        term.logLikelihoods(response[0], at < 0 ? evaluate(stimulus) : known.at(at, reader), logs.length,
                likelihood);
        Kernels.COUNTS.add(likelihood, logs, 0, shift, peaks);
    }

    private double[][] evaluate(double[] stimulus) {
        grid.model().evaluate(stimulus, grid.cells().parameters(), likelihood.length, columns);
        return columns;
    }

    private static void check(double[] stimulus, double[] response) {
        for (int d = 0; d < stimulus.length; d++) {
            if (!Double.isFinite(stimulus[d])) {
                throw new IllegalArgumentException("stimulus[" + d + "]: " + stimulus[d] + " must be finite");
            }
        }
        if (response.length != 1) {
            throw new IllegalArgumentException("response: " + response.length + " numbers for one unit");
        }
    }

    @Override
    public void expect(double[][] stimuli) {
        known = grid.table(stimuli);
        reader = known.newReader();
    }

    @Override
    public LikelihoodPass copy() {
        return new PointPass(grid, known);
    }
}
