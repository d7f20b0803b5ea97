package io.stimloop.inference.glm;

/**
 * Information along the one dimension that is left of a ball: the stimulus' part a along the mean filter, for which
 * the rest is chosen so that the variance is greatest. Tried at points that lie close near the ends, then narrowed
 * down by golden sections about the best. Not thread safe.
 */
final class BallLine {
    private static final int POINTS = 24;
    private static final int SECTIONS = 22;
    private static final double GOLDEN_SECTION = 0.6180339887498949;

    /**
     * What lies along the mean filter.
     *
     * @param meanLength   its length
     * @param variance     of a stimulus of length 1 along it
     * @param cross        covariance of that with what the other regressors make
     * @param tailMean     mean of eta without the stimulus
     * @param tailVariance variance of eta without the stimulus
     */
    record Along(double meanLength, double variance, double cross, double tailMean, double tailVariance) {}

    private final double maxNorm;
    private final NormalExpectations expectations;
    private final SphereMaximum sphere = new SphereMaximum();
    private final double[] lambda = new double[KrylovSpace.MOST_DIMENSIONS];
    private final double[] mixed = new double[KrylovSpace.MOST_DIMENSIONS];
    private final double[] cross = new double[KrylovSpace.MOST_DIMENSIONS];
    private final double[] linear = new double[KrylovSpace.MOST_DIMENSIONS];
    private int n;
    private double along;

    BallLine(GlmModel model, double maxNorm) {
        this.maxNorm = maxNorm;
        this.expectations = new NormalExpectations(model.link());
    }

    /**
     * Takes up the directions across.
     *
     * @param product     C times the unit vector along the mean filter, padded
     * @param crossVector covariances of the filter with what the other regressors make, padded
     */
    void begin(KrylovSpace space, double[] product, double[] crossVector) {
        n = space.principal();
        for (int k = 0; k < n; k++) {
            lambda[k] = space.variance(k);
        }
        space.project(product, mixed);
        space.project(crossVector, cross);
    }

    /** Finds the greatest information, in nats. */
    double maximise(Along of) {
        int best = 0;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= POINTS; i++) {
            double found = information(of, point(i));
            if (found > greatest) {
                greatest = found;
                best = i;
            }
        }
        double a = narrowed(of, point(Math.max(0, best - 1)), point(Math.min(POINTS, best + 1)));
        double found = information(of, a);
        return found >= greatest ? found : information(of, point(best));
    }

    /** From minus the greatest length to the greatest. */
    private double point(int i) {
        double t = 2.0 * i / POINTS - 1;
        return maxNorm * t * (1.5 - 0.5 * t * t);
    }

    private double narrowed(Along of, double from, double to) {
        double low = from;
        double high = to;
        double first = high - GOLDEN_SECTION * (high - low);
        double second = low + GOLDEN_SECTION * (high - low);
        double atFirst = information(of, first);
        double atSecond = information(of, second);
        for (int i = 0; i < SECTIONS; i++) {
            if (atFirst >= atSecond) {
                high = second;
                second = first;
                atSecond = atFirst;
                first = high - GOLDEN_SECTION * (high - low);
                atFirst = information(of, first);
            } else {
                low = first;
                first = second;
                atFirst = atSecond;
                second = low + GOLDEN_SECTION * (high - low);
                atSecond = information(of, second);
            }
        }
        return 0.5 * (low + high);
    }

    /** With the greatest variance that the part a along the mean filter leaves room for. */
    private double information(Along of, double a) {
        along = a;
        for (int k = 0; k < n; k++) {
            linear[k] = a * mixed[k] + cross[k];
        }
        double radius = Math.sqrt(Math.max(0, maxNorm * maxNorm - a * a));
        double across = n == 0 ? 0 : sphere.find(lambda, linear, n, radius);
        double variance = a * (a * of.variance + 2 * of.cross) + across + of.tailVariance;
        return expectations.informationNats(a * of.meanLength + of.tailMean, Math.max(0, variance));
    }

    /** The part along the mean filter of the last place looked at, which is the best. */
    double along() {
        return along;
    }

    /** The parts in the principal directions there. */
    double[] across() {
        return sphere.place();
    }
}
