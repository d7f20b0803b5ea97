package io.stimloop.inference.particle;

import io.stimloop.inference.points.Place;
import io.stimloop.inference.points.WeightedPoints;
import io.stimloop.numerics.kernel.Elementary;
import io.stimloop.numerics.kernel.Kernels;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Particles, their weights, and for each the log of its prior density times its likelihood. A copy shares where the
 * particles stand until one of the two moves them. Mutable; not thread safe.
 */
final class Cloud implements WeightedPoints {
    private final int size;
    private final double[] logWeights;
    private final double[] weights;
    private final double[] targets;
    private double[][] parameters;
    private double[][] spare = {};
    private Place place;
    private boolean shared;
    private double logTotal;

    /** Particles of equal weight; the arrays become the cloud's. */
    Cloud(double[][] parameters, double[] targets) {
        this(parameters, targets, new double[targets.length], new Place());
        normalise();
    }

    private Cloud(double[][] parameters, double[] targets, double[] logWeights, Place place) {
        this.size = targets.length;
        this.parameters = parameters;
        this.targets = targets;
        this.logWeights = logWeights;
        this.weights = new double[size];
        this.place = place;
    }

    /** Particles with these log weights, of which the greatest is 0; the arrays become the cloud's. */
    static Cloud restored(double[][] parameters, double[] targets, double[] logWeights) {
        Cloud cloud = new Cloud(parameters, targets, logWeights, new Place());
        cloud.normalise();
        return cloud;
    }

    Cloud copy() {
        shared = true;
        Cloud copy = new Cloud(parameters, targets.clone(), logWeights.clone(), place);
        copy.shared = true;
        copy.normalise();
        return copy;
    }

    static long bytes(int size, int parameters) {
        return (long) Double.BYTES * size * (3 + 2L * parameters);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double[][] parameters() {
        return parameters;
    }

    @Override
    public double[] weights() {
        return weights;
    }

    @Override
    public Place place() {
        return place;
    }

    /** Log prior density plus log likelihood of each particle. */
    double[] targets() {
        return targets;
    }

    /** Logarithms of the weights, the greatest 0. */
    double[] logWeights() {
        return logWeights;
    }

    /**
     * Multiplies weights and targets by a power of a likelihood.
     *
     * @return ln of the weighted mean of what was multiplied by
     */
    double reweight(double[] logLikelihoods, double power) {
        for (int k = 0; k < size; k++) {
            double step = power * logLikelihoods[k];
            logWeights[k] += step;
            targets[k] += step;
        }
        double before = logTotal;
        double peak = greatest(logWeights);
        for (int k = 0; k < size; k++) {
            logWeights[k] -= peak;
        }
        normalise();
        return peak + logTotal - before;
    }

    private void normalise() {
        Kernels.ARRAYS.exponentials(logWeights, 0, size, weights);
        double total = Kernels.ARRAYS.sum(weights, size);
        logTotal = Elementary.log(total);
        Kernels.ARRAYS.scale(weights, 1 / total, size);
    }

    private static double greatest(double[] values) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            greatest = Math.max(greatest, value);
        }
        return greatest;
    }

    /** Effective sample size: 1 / sum of the squared weights (Kong, Liu and Wong 1994). */
    double effectiveSize() {
        return 1 / Kernels.ARRAYS.dot(weights, weights, size);
    }

    /**
     * Replaces the particles by a systematic resample of themselves (Kitagawa 1996) with equal weights.
     *
     * @param ancestors receives for each the index of the particle that it is a copy of
     * @return where the particles stood before; not to be modified, overwritten by the next resampling
     */
    double[][] resample(UniformRandomProvider random, int[] ancestors) {
        choose(random.nextDouble(), ancestors);
        double[][] before = parameters;
        double[][] after = spare.length == 0 ? new double[before.length][size] : spare;
        for (int p = 0; p < before.length; p++) {
            for (int k = 0; k < size; k++) {
                after[p][k] = before[p][ancestors[k]];
            }
        }
        for (int k = 0; k < size; k++) {
            logWeights[k] = targets[ancestors[k]];
        }
        System.arraycopy(logWeights, 0, targets, 0, size);
        Arrays.fill(logWeights, 0);
        normalise();
        parameters = after;
        spare = shared ? new double[0][] : before;
        shared = false;
        place = new Place();
        return before;
    }

    private void choose(double offset, int[] ancestors) {
        double reached = weights[0];
        int ancestor = 0;
        for (int k = 0; k < size; k++) {
            double goal = (k + offset) / size;
            while (reached <= goal && ancestor < size - 1) {
                ancestor++;
                reached += weights[ancestor];
            }
            ancestors[k] = ancestor;
        }
    }

    /** Says that particles have been moved in place, after {@link #resample}. */
    void moved() {
        place = new Place();
    }
}
