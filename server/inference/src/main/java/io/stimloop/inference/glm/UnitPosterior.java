package io.stimloop.inference.glm;

import io.stimloop.inference.response.Link;
import io.stimloop.numerics.kernel.Kernels;
import java.util.Arrays;

/**
 * The normal posterior of one neuron's weights, {@code N(mu, C)}. A count moves it in the one direction
 * {@code g = C x} (Lewi, Butera and Paninski 2009, section 3.1):
 *
 * <pre>mu += step g        C -= J / (1 + J x'Cx) g g'</pre>
 *
 * with the step and the observed information J at the mode along g. Not thread safe.
 */
final class UnitPosterior {
    private final Link link;
    private final double[] mean;
    private final WeightCovariance covariance;
    private final double[] direction;
    private final NewtonStep newton = new NewtonStep();
    private double logDeterminant;
    private double factor;
    private boolean repaired;
    private boolean everRepaired;

    /** The prior, with a covariance of a rank; 0 for a full one. */
    UnitPosterior(GlmModel model, int rank) {
        this(model.link(), Arrays.copyOf(model.priorMean(), Kernels.padded(model.size())),
                model.priorCovariance(rank),
                model.priorLogDeterminant());
    }

    private UnitPosterior(Link link, double[] mean, WeightCovariance covariance, double logDeterminant) {
        this.link = link;
        this.mean = mean;
        this.covariance = covariance;
        this.logDeterminant = logDeterminant;
        this.direction = new double[mean.length];
    }

    UnitPosterior copy() {
        return new UnitPosterior(link, mean.clone(), covariance.copy(), logDeterminant());
    }

    /**
     * Learns a count.
     *
     * @param x     regressors, padded
     * @param count from 0
     * @return an upper bound of the log likelihood under weights still believed in
     */
    double learn(double[] x, double count) {
        covariance.multiply(x, direction);
        double m = Kernels.ARRAYS.dot(mean, x, mean.length);
        double v = Kernels.ARRAYS.dot(direction, x, mean.length);
        repaired = v < 0;
        if (repaired) {
            v = repair(x, v);
        }
        newton.solve(link, m, v, count);
        double shrunk = 1 + v * newton.information();
        factor = -newton.information() / shrunk;
        Kernels.ARRAYS.addScaled(newton.step(), direction, 0, mean.length, mean, 0);
        covariance.learn(factor, direction);
        logDeterminant -= StrictMath.log(shrunk);
        return PoissonScore.greatestLogLikelihood(link, m, Math.sqrt(v), count);
    }

    /** Rounding has made a variance negative: as much is added to all as makes this one 0 again. */
    private double repair(double[] x, double v) {
        double amount = -v / Kernels.ARRAYS.dot(x, x, x.length);
        covariance.addToVariances(amount);
        everRepaired = true;
        covariance.multiply(x, direction);
        return Math.max(0, Kernels.ARRAYS.dot(direction, x, mean.length));
    }

    /** Whether C was changed by more than the last count. */
    boolean repaired() {
        return repaired;
    }

    /** What the last count was multiplied with: mu moved by this much times {@link #direction}. */
    double step() {
        return newton.step();
    }

    /** C changed by this much times the outer product of {@link #direction}; at most 0. */
    double factor() {
        return factor;
    }

    /** C x of the last count, padded; not to be modified. */
    double[] direction() {
        return direction;
    }

    /** Lets all weights wander: adds a variance to each. */
    void drift(double variance) {
        covariance.addToVariances(variance);
    }

    /** Padded; not to be modified. */
    double[] mean() {
        return mean;
    }

    WeightCovariance covariance() {
        return covariance;
    }

    /** As the updates left it; neither drift nor what was given up counts in. */
    double logDeterminant() {
        return everRepaired ? covariance.logDeterminant() : logDeterminant;
    }

    /** Takes over another state. */
    void restore(double[] means, int meanFrom, double[] covariances, int covarianceFrom,
            double newLogDeterminant) {
        System.arraycopy(means, meanFrom, mean, 0, covariance.size());
        covariance.restore(covariances, covarianceFrom);
        logDeterminant = newLogDeterminant;
    }
}
