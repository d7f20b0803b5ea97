package io.stimloop.inference.map;

import io.stimloop.inference.response.Link;
import io.stimloop.numerics.kernel.Elementary;

/**
 * {@link LatentCount#informationNats} by interpolation over mean and log variance of f, within 1e-4 nats: six-point
 * Lagrange on a grid that is uniform in coordinates in which the information is smooth. Where f
 * is no wider than a Poisson cell's log-rate (sd 2) it is within 1e-5; where thousands of spikes are likely, rougher. Immutable.
 */
final class InformationTable {
    private static final int STENCIL = 6;
    private static final int BELOW = STENCIL / 2 - 1;
    private static final double STEP = 0.4;
    /** Of f: for a narrow f, a count tells in proportion to its expectation below it. */
    private static final double LOW = -14;
    /** For a wide f, it does so this many standard deviations further down. */
    private static final double LOWER_SD = 4;
    /** Below it the information is proportional to the variance. */
    private static final double LOWEST_LOG_VARIANCE = -16;
    /** For the soft-rectified link: from where on the mean is stretched. */
    private static final double BEND = 5;

    private final Link link;
    private final LatentCount exact;
    private final double lowest;
    private final double firstMean;
    private final int variances;
    private final double[] information;

    /** @param highestVariance of f that will be asked for; greater ones count as it */
    InformationTable(CountLikelihood likelihood, double highestVariance) {
        this.link = likelihood.link();
        this.exact = new LatentCount(likelihood);
        this.lowest = lowest(highestVariance);
        this.firstMean = coordinate(link, lowest) - BELOW * STEP;
        this.variances = variances(highestVariance);
        this.information = new double[means(likelihood, highestVariance) * variances];
        for (int i = 0; i < information.length; i++) {
            int row = i / variances;
            information[i] = exact.informationNats(mean(firstMean + row * STEP),
                    StrictMath.exp(LOWEST_LOG_VARIANCE + (i % variances - BELOW) * STEP));
        }
    }

    static long bytes(CountLikelihood likelihood, double highestVariance) {
        return (long) Double.BYTES * means(likelihood, highestVariance) * variances(highestVariance);
    }

    private static double lowest(double highestVariance) {
        return LOW - LOWER_SD * Math.sqrt(highestVariance);
    }

    private static int means(CountLikelihood likelihood, double highestVariance) {
        double last = coordinate(likelihood.link(), new LatentCount(likelihood).highest());
        return (int) Math.ceil((last - coordinate(likelihood.link(), lowest(highestVariance))) / STEP)
                + STENCIL;
    }

    private static int variances(double highest) {
        return (int) Math.ceil((StrictMath.log(highest) - LOWEST_LOG_VARIANCE) / STEP) + STENCIL;
    }

    /** In which means of f are evenly spaced. */
    private static double coordinate(Link link, double mean) {
        if (link == Link.EXPONENTIAL) {
            return mean;
        }
        double scaled = Math.abs(mean) / BEND;
        return Math.copySign(BEND * Elementary.log(scaled + Math.sqrt(1 + scaled * scaled)), mean);
    }

    private double mean(double coordinate) {
        return link == Link.EXPONENTIAL ? coordinate : BEND * StrictMath.sinh(coordinate / BEND);
    }

    /** Working memory for {@link #at}, for one thread. */
    static double[] scratch() {
        return new double[STENCIL];
    }

    /**
     * The information in nats that a count carries about a normal f.
     *
     * @param scratch from {@link #scratch()}
     */
    double at(double mean, double variance, double[] scratch) {
        if (mean > exact.highest()) {
            return exact.informationNats(mean, variance);
        }
        double lifted = Math.max(mean, lowest);
        double logVariance = Elementary.log(Math.max(variance, Double.MIN_NORMAL));
        double raised = Math.max(logVariance, LOWEST_LOG_VARIANCE);
        double column = Math.min((raised - LOWEST_LOG_VARIANCE) / STEP + BELOW, variances - STENCIL + BELOW);
        double found = interpolate((coordinate(link, lifted) - firstMean) / STEP, column, scratch);
        return Math.max(0, found) * Elementary.exp(mean - lifted + logVariance - raised);
    }

    private double interpolate(double row, double column, double[] weights) {
        int top = (int) row - BELOW;
        int left = (int) column - BELOW;
        for (int j = 0; j < STENCIL; j++) {
            weights[j] = weight(column - left, j);
        }
        double sum = 0;
        for (int i = 0; i < STENCIL; i++) {
            double across = 0;
            for (int j = 0; j < STENCIL; j++) {
                across += weights[j] * information[(top + i) * variances + left + j];
            }
            sum += weight(row - top, i) * across;
        }
        return sum;
    }

    /** Lagrange's weight of point i of the points 0 to {@code STENCIL - 1}. */
    private static double weight(double at, int i) {
        double weight = 1;
        for (int k = 0; k < STENCIL; k++) {
            if (k != i) {
                weight *= (at - k) / (i - k);
            }
        }
        return weight;
    }
}
