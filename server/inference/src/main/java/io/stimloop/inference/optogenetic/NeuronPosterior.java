package io.stimloop.inference.optogenetic;

import io.stimloop.inference.glm.Covariance;
import io.stimloop.inference.glm.PoissonScore;
import io.stimloop.numerics.kernel.Kernels;

/**
 * The normal belief {@code N(mu, C)} about the bias and the weights of one neuron. Each count is learned by
 * assumed-density filtering, which moves it along {@code C x} ({@link CountUpdate}). The prior of each weight is a
 * normal factor ({@link Sites}) that expectation propagation keeps such that mean and variance of the weight are those
 * of the spike-and-slab prior times all the rest (Hernandez-Lobato, Hernandez-Lobato and Suarez 2015). A change of a
 * factor moves the belief along a column of C. Not thread safe.
 */
final class NeuronPosterior {
    /** Sites that a trial refits, besides those of the targets with light. */
    private static final int MOST_REFITS = 24;
    /** Refitted when mean or variance are off by more: in sd, and relative. */
    private static final double OFF = 1e-3;
    /** A weight's variance is not let fall below this part of the prior's, so that it can be learned to be another. */
    private static final double LEAST_VARIANCE = 1e-6;
    /** Rounding alone could make a variance smaller than this part of the prior's, or negative. */
    private static final double ROUNDING = 1e-12;

    private final OptogeneticModel model;
    private final double[] mean;
    private final Covariance covariance;
    private final Sites sites;
    private final double[] direction;
    private final CountUpdate update = new CountUpdate();
    private final WeightBelief wanted;
    private double logDeterminant;

    /** The prior. */
    NeuronPosterior(OptogeneticModel model) {
        this(model, new double[Kernels.padded(model.size())], new Covariance(model.size()),
                new Sites(model));
        for (int i = 0; i < model.size(); i++) {
            covariance.set(i, i, model.priorVariance(i));
            logDeterminant += StrictMath.log(model.priorVariance(i));
            mean[i] = i == 0 ? model.bias().mean() : model.slab().connected() * model.slab().mean();
        }
    }

    private NeuronPosterior(OptogeneticModel model, double[] mean, Covariance covariance, Sites sites) {
        this.model = model;
        this.mean = mean;
        this.covariance = covariance;
        this.sites = sites;
        this.direction = new double[mean.length];
        this.wanted = new WeightBelief(model.slab());
    }

    /** Bytes of one. */
    static long bytes(OptogeneticModel model) {
        return Covariance.bytes(model.size()) + 6L * Double.BYTES * Kernels.padded(model.size());
    }

    NeuronPosterior copy() {
        NeuronPosterior copy = new NeuronPosterior(model, mean.clone(), covariance.copy(), sites.copy());
        copy.logDeterminant = logDeterminant;
        return copy;
    }

    /**
     * Learns a count.
     *
     * @param x     the bias' regressor and the drives, padded
     * @param count from 0
     * @param trial its number; the sites of other targets take turns
     * @return an upper bound of the log likelihood under weights still believed in
     */
    double learn(double[] x, double count, long trial) {
        covariance.multiply(x, direction);
        double m = Kernels.ARRAYS.dot(mean, x, mean.length);
        double v = Math.max(0, Kernels.ARRAYS.dot(direction, x, mean.length));
        update.solve(model.link(), m, v, count);
        move(update.step(), update.factor());
        logDeterminant += StrictMath.log(Math.max(Double.MIN_NORMAL, 1 + v * update.factor()));
        floorVariances();
        refit(x, trial);
        return PoissonScore.greatestLogLikelihood(model.link(), m, Math.sqrt(v), count);
    }

    /** {@code mu += step g, C += factor g g'} along the direction g. */
    private void move(double step, double factor) {
        Kernels.ARRAYS.addScaled(step, direction, 0, mean.length, mean, 0);
        covariance.addOuter(factor, direction);
    }

    private void floorVariances() {
        for (int i = 0; i < model.size(); i++) {
            double least = ROUNDING * model.priorVariance(i);
            if (!(covariance.get(i, i) >= least)) {
                covariance.set(i, i, least);
            }
        }
    }

    /** The sites of the targets with light, then of the others in turn, as many as a trial has time for. */
    private void refit(double[] x, long trial) {
        int targets = model.targetCount();
        for (int k = 0; k < targets; k++) {
            if (x[k + 1] > 0) {
                refit(k);
            }
        }
        int refits = 0;
        for (int i = 0; i < targets && refits < MOST_REFITS; i++) {
            refits += refit((int) ((trial * MOST_REFITS + i) % targets)) ? 1 : 0;
        }
    }

    /** Makes mean and variance of a weight what the spike-and-slab prior says; returns whether they were not. */
    private boolean refit(int target) {
        int at = target + 1;
        double variance = covariance.get(at, at);
        evidence(target, wanted);
        double wantedVariance = Math.max(wanted.variance(), LEAST_VARIANCE * model.priorVariance(at));
        double off = wanted.mean() - mean[at];
        if (wanted.improper() || (Math.abs(off) <= OFF * Math.sqrt(variance)
                && Math.abs(wantedVariance - variance) <= OFF * variance)) {
            return false;
        }
        takeColumn(at);
        move(off / variance, (wantedVariance - variance) / (variance * variance));
        mean[at] = wanted.mean();
        covariance.set(at, at, wantedVariance);
        logDeterminant += StrictMath.log(wantedVariance / variance);
        sites.set(target, 1 / wantedVariance - wanted.precision(),
                wanted.mean() / wantedVariance - wanted.shift());
        return true;
    }

    private void takeColumn(int column) {
        for (int i = 0; i < model.size(); i++) {
            direction[i] = covariance.get(i, column);
        }
    }

    /** What is believed about the weight of a target: its spike-and-slab prior times all the rest. */
    WeightBelief weight(int target) {
        return evidence(target, new WeightBelief(model.slab()));
    }

    /** The belief without the site of a target, set in its place. */
    WeightBelief evidence(int target, WeightBelief out) {
        double variance = covariance.get(target + 1, target + 1);
        return out.set(1 / variance - sites.precision(target),
                mean[target + 1] / variance - sites.shift(target));
    }

    /** Makes the weight of a target known. For draws; the belief has learned its last count then. */
    void fix(int target, double weight) {
        int at = target + 1;
        double variance = covariance.get(at, at);
        takeColumn(at);
        move((weight - mean[at]) / variance, -1 / variance);
        mean[at] = weight;
    }

    /** Of the bias, then the weights; padded; not to be modified. */
    double[] mean() {
        return mean;
    }

    Covariance covariance() {
        return covariance;
    }

    Sites sites() {
        return sites;
    }

    double logDeterminant() {
        return logDeterminant;
    }

    /** Takes over another state. */
    void restore(double[] means, int meanFrom, double[] triangles, int triangleFrom,
            double newLogDeterminant) {
        System.arraycopy(means, meanFrom, mean, 0, model.size());
        covariance.setTriangle(triangles, triangleFrom);
        logDeterminant = newLogDeterminant;
    }
}
