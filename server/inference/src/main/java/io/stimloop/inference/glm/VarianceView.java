package io.stimloop.inference.glm;

import io.stimloop.inference.response.Link;
import io.stimloop.numerics.kernel.Elementary;

/**
 * By how much a count is expected to lower the posterior variance of quantities. A count at x shrinks the variance of
 * any linear function of the weights by {@code c^2 h}, c its covariance with eta at x and
 * {@code h = E[J / (1 + v J)]}. For single weights that is all, in units of the prior variance. For the expected
 * count at a test stimulus, {@code link(eta)} with {@code eta ~ N(m, v)}, the decrease is
 * {@code exp(2 m + v) (exp(c^2 h) - 1)} under the exponential link, exact where the variance of eta is known to shrink
 * by {@code c^2 h}, and {@code link'(m)^2 c^2 h} (the delta method) under the soft-rectified.
 */
public final class VarianceView extends EtaView {
    private static final double SMALL = 1e-3;
    private static final double FARTHEST = 300;

    private final EtaProducts products;
    private final double[][] scales;
    private final int singles;
    private final NormalExpectations expectations;

    /**
     * Looks at candidates.
     *
     * @param products covariances of eta with single weights, then with eta at test stimuli
     * @param scales   by neuron, then by function: what {@code c^2 h}, or its exponential less 1, counts; kept up by
     *                 the caller
     * @param singles  how many functions are single weights
     */
    public VarianceView(EtaMoments moments, EtaProducts products, double[][] scales, int singles,
            NormalExpectations expectations) {
        super(moments);
        this.products = products;
        this.scales = scales;
        this.singles = singles;
        this.expectations = expectations;
    }

    /** What the variance of eta counts for that of the expected count at a test stimulus. */
    public static double steepness(EtaMoments tests, int unit, int test) {
        double m = tests.mean(unit, test);
        if (tests.link() == Link.EXPONENTIAL) {
            return Elementary.exp(Math.min(FARTHEST, 2 * m + tests.variance(unit, test)));
        }
        double slope = tests.link().slope(m);
        return slope * slope;
    }

    @Override
    public double varianceReduction() {
        return sum(unit -> reduction(unit, expectations.shrinkage(m(unit), v(unit))));
    }

    private double reduction(int unit, double shrinkage) {
        boolean exponential = moments().link() == Link.EXPONENTIAL;
        double sum = 0;
        for (int k = 0; k < scales[unit].length; k++) {
            double c = products.covariance(unit, candidate(), k);
            double shrunk = c * c * shrinkage;
            sum += scales[unit][k] * (k >= singles && exponential ? lessOne(shrunk) : shrunk);
        }
        return sum;
    }

    /** {@code exp(x) - 1} for x from 0. */
    private static double lessOne(double x) {
        return x < SMALL
                ? x * (1 + x * (0.5 + x * (1 / 6.0 + x / 24)))
                : Elementary.exp(Math.min(x, FARTHEST)) - 1;
    }
}
