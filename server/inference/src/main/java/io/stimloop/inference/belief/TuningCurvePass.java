package io.stimloop.inference.belief;

import io.stimloop.inference.response.NoiseFamily;
import io.stimloop.inference.response.TuningCurve;
import io.stimloop.numerics.kernel.CountKernels;

/** The log likelihood of one count under a tuning curve, added over its grid. Not thread safe. */
final class TuningCurvePass implements LikelihoodPass {
    private final TuningCurveGrid grid;
    private final CountTerm counted;
    private final CountTerm saturated;
    private final double[] gains;

    TuningCurvePass(TuningCurveGrid grid) {
        TuningCurve curve = grid.curve();
        this.grid = grid;
        this.counted = curve.noise() == NoiseFamily.POISSON
                ? new PoissonTerm(grid.rates())
                : new NegativeBinomialTerm(grid);
        this.saturated = curve.countCeiling() == 0 ? counted : new TailTerm(grid);
        this.gains = new double[curve.profileSize()];
    }

    static long bytes(TuningCurve curve) {
        return (long) Double.BYTES * curve.profileSize();
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
            term.add(logs, from, gain, shift, peaks);
            from += grid.rates().size();
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
