package io.stimloop.inference.grid;

import io.stimloop.inference.response.NoiseFamily;
import io.stimloop.inference.response.TuningCurve;
import io.stimloop.numerics.kernel.CountKernels;
import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.kernel.RateBlock;

/** The log likelihood of one count under a tuning curve, added over its grid. Not thread safe. */
final class TuningCurvePass implements LikelihoodPass {
    private final TuningCurveGrid grid;
    private final CountTerm counted;
    private final CountTerm saturated;
    private final double[] gains;
    private final RateBlock rates;
    private final double[] likelihood;
    private KnownRates known;
    private double[] wholeLikelihood = {};

    TuningCurvePass(TuningCurveGrid grid, KnownRates known) {
        TuningCurve curve = grid.curve();
        this.grid = grid;
        this.counted = curve.noise() == NoiseFamily.POISSON
                ? new PoissonTerm()
                : new NegativeBinomialTerm(grid);
        this.saturated = curve.countCeiling() == 0 ? counted : new TailTerm(grid);
        this.gains = new double[curve.profileSize()];
        this.rates = new RateBlock(grid.offsets(), grid.amplitudes());
        this.likelihood = new double[rates.size()];
        this.known = known;
    }

    /** Made when it is needed: most copies of a belief never learn. */
    private double[] wholeLikelihood() {
        if (wholeLikelihood.length == 0) {
            wholeLikelihood = new double[grid.layout().length()];
        }
        return wholeLikelihood;
    }

    static long bytes(TuningCurve curve, int candidates) {
        boolean expecting = KnownRates.bytes(curve, candidates) > 0;
        long whole = expecting ? (long) Double.BYTES * TuningCurveGrid.layoutOf(curve).length() : 0;
        int columns = TuningCurveGrid.stride(curve);
        int rows = curve.axis("amplitude").size();
        return (long) Double.BYTES * (curve.profileSize() + columns * rows) + RateBlock.bytes(columns, rows)
                + whole;
    }

    @Override
    public void add(double[] logs, double shift, double[] stimulus, double[] response, double[] peaks) {
        double value = TuningCurveGrid.value(stimulus);
        int count = countOf(response);
        int ceiling = grid.curve().countCeiling();
        boolean atCeiling = ceiling > 0 && count >= ceiling;
        CountTerm term = atCeiling ? saturated : counted;
        term.observe(count);
        RateBlock whole = known.find(value);
        if (whole == null || atCeiling) {
            addBlockwise(term, value, logs, shift, peaks);
        } else {
            term.likelihoods(whole, wholeLikelihood());
            Kernels.COUNTS.add(wholeLikelihood, logs, 0, shift, peaks);
        }
        peaks[CountKernels.LIKELIHOOD_PEAK] += term.constant();
    }

    private void addBlockwise(CountTerm term, double stimulus, double[] logs, double shift, double[] peaks) {
        grid.curve().profile(stimulus, gains, 0);
        int from = 0;
        for (double gain : gains) {
            rates.fill(gain);
            term.likelihoods(rates, likelihood);
            Kernels.COUNTS.add(likelihood, logs, from, shift, peaks);
            from += likelihood.length;
        }
    }

    @Override
    public void expect(double[][] stimuli) {
        known = KnownRates.of(grid, stimuli);
    }

    @Override
    public LikelihoodPass copy() {
        return new TuningCurvePass(grid, known);
    }

    private static int countOf(double[] response) {
        if (response.length != 1) {
            throw new IllegalArgumentException("response: " + response.length + " counts for one neuron");
        }
        int count = (int) response[0];
        if (!(response[0] >= 0) || count != response[0]) {
            throw new IllegalArgumentException(
                    "response[0]: " + response[0] + " must be a whole number from 0");
        }
        return count;
    }
}
