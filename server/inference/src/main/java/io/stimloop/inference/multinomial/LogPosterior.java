package io.stimloop.inference.multinomial;

import io.stimloop.inference.points.GroupedTrials;
import io.stimloop.numerics.kernel.Elementary;
import io.stimloop.numerics.linear.LowerTriangle;
import java.util.Arrays;

/**
 * The log posterior density of the unknown parameters given all trials, up to a constant, with its gradient and its
 * curvature. An unknown lapse rate stands behind the weights as its log odds; the density is one of the log odds then.
 *
 * <p>With s = softmax(W x), q = (1 - lapse) s_c / p_c for the alternative c that was chosen, and u = e_c - s: the gradient
 * of ln p_c with respect to the linear predictors is q u and its curvature
 * {@code q (1 - q) u u' - q (diag(s) - s s')}. Has working memory; not thread safe.
 */
final class LogPosterior {
    private static final double LEAST = 1e-300;

    private final Multinomial model;
    private final int logits;
    private final int size;
    private final double precision;
    private final double[] shares;
    private final double[] pull;
    private final double[] extended;
    private final double[] gradient;
    private final LowerTriangle curvature = new LowerTriangle();
    private double logLikelihood;
    private double value;

    LogPosterior(Multinomial model) {
        this.model = model;
        this.logits = model.alternatives() - 1;
        this.size = model.unknown();
        this.precision = 1 / (model.weightSd() * model.weightSd());
        this.shares = new double[model.alternatives()];
        this.pull = new double[model.alternatives()];
        this.extended = new double[model.dimensions() + 1];
        this.gradient = new double[size];
        curvature.ensure(size);
    }

    static long bytes(Multinomial model) {
        return LowerTriangle.bytes(model.unknown()) + Double.BYTES * (model.unknown() + 3L * model.columns());
    }

    /** Of the last {@link #at}. */
    double value() {
        return value;
    }

    /** Log likelihood of all trials at the last {@link #at}. */
    double logLikelihood() {
        return logLikelihood;
    }

    /** Of the last {@link #at} with curvature. Not to be modified. */
    double[] gradient() {
        return gradient;
    }

    /** Minus the second derivatives at the last {@link #at} with curvature. To be factored in place. */
    LowerTriangle curvature() {
        return curvature;
    }

    /** Precision of the prior of a parameter at its peak. */
    double priorPrecision(int i) {
        return i < model.weights() || !(model.lapse() instanceof Lapse.Unknown prior)
                ? precision
                : prior.a() * prior.b() / (prior.a() + prior.b());
    }

    /** Works out the value, and the gradient and the curvature where they are wanted. */
    void at(double[] theta, GroupedTrials trials, boolean derivatives) {
        if (derivatives) {
            Arrays.fill(gradient, 0);
            for (int i = 0; i < size; i++) {
                Arrays.fill(curvature.row(i), 0);
            }
        }
        double rate = rate(theta);
        logLikelihood = 0;
        for (GroupedTrials.Group group : trials.groups()) {
            double logSum = share(theta, group.stimulus());
            for (int r = 0; r < group.responses().length; r++) {
                add((int) group.responses()[r], group.times()[r], rate, logSum, derivatives);
            }
        }
        value = logLikelihood + prior(theta, rate, derivatives);
    }

    /** The lapse rate. */
    double rate(double[] theta) {
        return model.lapse() instanceof Lapse.Known known ? known.rate() : logistic(theta[size - 1]);
    }

    static double logistic(double logOdds) {
        double small = Elementary.exp(-Math.abs(logOdds));
        return (logOdds < 0 ? small : 1) / (1 + small);
    }

    /** Fills in the softmax; returns the log of the sum that it is divided by, with linear predictors in {@code pull}. */
    private double share(double[] theta, double[] stimulus) {
        extended[0] = 1;
        System.arraycopy(stimulus, 0, extended, 1, stimulus.length);
        double greatest = 0;
        pull[logits] = 0;
        for (int k = 0; k < logits; k++) {
            double sum = 0;
            for (int d = 0; d < extended.length; d++) {
                sum = Math.fma(theta[k * extended.length + d], extended[d], sum);
            }
            pull[k] = sum;
            greatest = Math.max(greatest, sum);
        }
        double total = 0;
        for (int k = 0; k <= logits; k++) {
            shares[k] = Elementary.exp(pull[k] - greatest);
            total += shares[k];
        }
        for (int k = 0; k <= logits; k++) {
            shares[k] /= total;
        }
        return greatest + Elementary.log(total);
    }

    private void add(int chosen, double times, double rate, double logSum, boolean derivatives) {
        double share = shares[chosen];
        double p = Math.max((1 - rate) * share + rate / model.alternatives(), LEAST);
        double own = rate == 0 ? 1 : (1 - rate) * share / p;
        logLikelihood += times * (rate == 0 ? pull[chosen] - logSum : Elementary.log(p));
        if (derivatives) {
            for (int k = 0; k < logits; k++) {
                addWeights(k, chosen, times, own);
            }
            if (size > model.weights()) {
                addLapse(chosen, times, rate, p);
            }
        }
    }

    private double towards(int k, int chosen) {
        return (k == chosen ? 1 : 0) - shares[k];
    }

    private void addWeights(int k, int chosen, double times, double own) {
        for (int d = 0; d < extended.length; d++) {
            int row = k * extended.length + d;
            gradient[row] += times * own * towards(k, chosen) * extended[d];
            for (int j = 0; j <= k; j++) {
                double bend = own * ((j == k ? shares[k] : 0) - shares[k] * shares[j])
                        - own * (1 - own) * towards(k, chosen) * towards(j, chosen);
                int last = j == k ? d : extended.length - 1;
                for (int e = 0; e <= last; e++) {
                    curvature.row(row)[j * extended.length + e] += times * bend * extended[d] * extended[e];
                }
            }
        }
    }

    private void addLapse(int chosen, double times, double rate, double p) {
        int row = size - 1;
        double slope = rate * (1 - rate);
        double gain = slope * (1.0 / model.alternatives() - shares[chosen]) / p;
        gradient[row] += times * gain;
        curvature.row(row)[row] -= times * (gain * (1 - 2 * rate) - gain * gain);
        double cross = times * slope * shares[chosen] / p / p / model.alternatives();
        for (int k = 0; k < logits; k++) {
            for (int d = 0; d < extended.length; d++) {
                curvature.row(row)[k * extended.length + d] += cross * towards(k, chosen) * extended[d];
            }
        }
    }

    private double prior(double[] theta, double rate, boolean derivatives) {
        double sum = 0;
        for (int i = 0; i < model.weights(); i++) {
            sum -= 0.5 * precision * theta[i] * theta[i];
            if (derivatives) {
                gradient[i] -= precision * theta[i];
                curvature.row(i)[i] += precision;
            }
        }
        return model.lapse() instanceof Lapse.Unknown prior
                ? sum + lapsePrior(prior, theta[size - 1], rate, derivatives)
                : sum;
    }

    /** The beta density of the rate, as one of its log odds: {@code rate^a (1 - rate)^b}. */
    private double lapsePrior(Lapse.Unknown prior, double logOdds, double rate, boolean derivatives) {
        if (derivatives) {
            gradient[size - 1] += prior.a() - (prior.a() + prior.b()) * rate;
            curvature.row(size - 1)[size - 1] += (prior.a() + prior.b()) * rate * (1 - rate);
        }
        double nearer = Elementary.log(1 + Elementary.exp(-Math.abs(logOdds)));
        return prior.a() * (Math.min(logOdds, 0) - nearer) - prior.b() * (Math.max(logOdds, 0) + nearer);
    }
}
