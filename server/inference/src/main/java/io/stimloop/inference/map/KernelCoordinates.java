package io.stimloop.inference.map;

/**
 * A kernel as a point: how far its mean and the logarithms of its variances and lengths are from those of the spec.
 * The mean is at a point only where it has no prior variance of its own.
 *
 * @param spec  what the spec says
 * @param logSd standard deviation of the hyperprior, above 0
 */
record KernelCoordinates(MapKernel spec, double logSd) {
    /** Standard deviations of the hyperprior beyond which a kernel is not looked for. */
    private static final double REACH = 3;

    private boolean meanIsIntegratedOut() {
        return spec.meanVariance() > 0;
    }

    private int size() {
        return 1 + spec.lengths().length + (spec.halfTurnVariance() > 0 ? 1 : 0)
                + (meanIsIntegratedOut() ? 0 : 1);
    }

    double[] of(MapKernel kernel) {
        double[] at = new double[size()];
        int next = 0;
        at[next++] = StrictMath.log(kernel.variance() / spec.variance());
        for (int d = 0; d < spec.lengths().length; d++) {
            at[next++] = StrictMath.log(kernel.lengths()[d] / spec.lengths()[d]);
        }
        if (spec.halfTurnVariance() > 0) {
            at[next++] = StrictMath.log(kernel.halfTurnVariance() / spec.halfTurnVariance());
        }
        if (!meanIsIntegratedOut()) {
            at[next] = (kernel.mean() - spec.mean()) / Math.sqrt(spec.variance());
        }
        return at;
    }

    MapKernel kernel(double[] at) {
        int next = 0;
        double variance = spec.variance() * StrictMath.exp(at[next++]);
        double[] lengths = spec.lengths().clone();
        for (int d = 0; d < lengths.length; d++) {
            lengths[d] *= StrictMath.exp(at[next++]);
        }
        double halfTurn = spec.halfTurnVariance() > 0
                ? spec.halfTurnVariance() * StrictMath.exp(at[next++])
                : 0;
        double mean = meanIsIntegratedOut()
                ? spec.mean()
                : spec.mean() + at[next] * Math.sqrt(spec.variance());
        double halfTurnLength = spec.halfTurnLength() * lengths[0] / spec.lengths()[0];
        return new MapKernel(mean, spec.meanVariance(), variance, lengths, halfTurn, halfTurnLength,
                spec.independentVariance());
    }

    boolean outside(double[] at) {
        for (double value : at) {
            if (!(Math.abs(value) <= REACH * logSd)) {
                return true;
            }
        }
        return false;
    }

    double logHyperprior(double[] at) {
        double squares = 0;
        for (double value : at) {
            squares += value * value;
        }
        return -0.5 * squares / (logSd * logSd);
    }

    /** The least distance of neighbours among ascending values; infinite where there is one value only. */
    static double spacing(double[] axis) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < axis.length; i++) {
            least = Math.min(least, axis[i] - axis[i - 1]);
        }
        return least;
    }
}
