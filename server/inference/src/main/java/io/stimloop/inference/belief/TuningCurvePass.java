package io.stimloop.inference.belief;

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

    TuningCurvePass(TuningCurveGrid grid) {
        TuningCurve curve = grid.curve();
        this.grid = grid;
        this.counted = curve.noise() == NoiseFamily.POISSON
                ? new PoissonTerm()
                : new NegativeBinomialTerm(grid);
        this.saturated = curve.countCeiling() == 0 ? counted : new TailTerm(grid);
        this.gains = new double[curve.profileSize()];
        this.rates = new RateBlock(grid.offsets(), grid.amplitudes());
        this.likelihood = new double[rates.size()];
    }

    static long bytes(TuningCurve curve) {
        int columns = TuningCurveGrid.stride(curve);
        int rows = curve.axis("amplitude").size();
        return (long) Double.BYTES * (curve.profileSize() + columns * rows) + RateBlock.bytes(columns, rows);
    }

    @Override
    public void add(double[] logs, double shift, double[] stimulus, int[] counts, double[] peaks) {
        double value = TuningCurveGrid.value(stimulus);
        int count = countOf(counts);
        grid.curve().profile(value, gains, 0);
        CountTerm term = count >= grid.curve().countCeiling() ? saturated : counted;
        term.observe(count);
        int from = 0;
        for (double gain : gains) {
            rates.fill(gain);
            term.likelihoods(rates, likelihood);
            Kernels.COUNTS.add(likelihood, logs, from, shift, peaks);
            from += likelihood.length;
        }
        peaks[CountKernels.LIKELIHOOD_PEAK] += term.constant();
    }

    private static int countOf(int[] counts) {
        if (counts.length != 1) {
            throw new IllegalArgumentException("counts: " + counts.length + " counts for one neuron");
        }
        if (counts[0] < 0) {
            throw new IllegalArgumentException("counts[0]: " + counts[0] + " must be 0 or more");
        }
        return counts[0];
    }
}
