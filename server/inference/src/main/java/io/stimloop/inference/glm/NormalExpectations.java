package io.stimloop.inference.glm;

import io.stimloop.inference.response.Link;
import io.stimloop.numerics.kernel.Elementary;
import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.special.NormalQuadrature;

/**
 * Expectations over {@code eta ~ N(m, v)} of what a Poisson count of rate {@code link(eta)} tells. By quadrature with
 * as many nodes as the sd needs; the relative error is below 3e-8 for sd up to 16 and grows slowly beyond, where
 * rates spread over e^32. Has working memory; one for each thread.
 */
public final class NormalExpectations {
    /** Up to these sd the rules below hold what is promised; the last is used beyond. */
    private static final double[] LARGEST_SD = {0.5, 1.1, 2, 5, 16};
    private static final NormalQuadrature[] RULES = {NormalQuadrature.gaussHermite(8),
            NormalQuadrature.gaussHermite(16), NormalQuadrature.equalSteps(32, 7.5),
            NormalQuadrature.equalSteps(128, 12), NormalQuadrature.equalSteps(512, 16),
            NormalQuadrature.equalSteps(2048, 24)};
    private static final int MOST_NODES = 2048;
    private static final double FARTHEST = 300;

    private final Link link;
    private final double[] information = new double[MOST_NODES];
    private final double[] argument = new double[MOST_NODES];
    private final double[] logarithm = new double[MOST_NODES];

    /** Makes working memory for counts under a link. */
    public NormalExpectations(Link link) {
        this.link = link;
    }

    Link link() {
        return link;
    }

    /** Bytes that one holds. */
    public static long bytes() {
        return 3L * MOST_NODES * Double.BYTES;
    }

    /**
     * {@code E[ln(1 + v J(eta))] / 2}, J the expected information of a count about eta: what a trial is expected to
     * take off the entropy of the belief (Lewi, Butera and Paninski 2009), in nats.
     *
     * @param m finite
     * @param v from 0
     */
    public double informationNats(double m, double v) {
        return informationNats(m, v, v);
    }

    /** {@code E[ln(1 + scale J(eta))] / 2} over {@code eta ~ N(m, v)}. */
    public double informationNats(double m, double v, double scale) {
        NormalQuadrature rule = fill(m, v);
        int n = rule.size();
        for (int i = 0; i < n; i++) {
            information[i] *= scale;
            argument[i] = 1 + information[i];
        }
        Kernels.ARRAYS.logarithms(argument, n, logarithm);
        for (int i = 0; i < n; i++) {
            // What rounding took from 1 + y is put back: ln(1 + y) keeps all digits of a small y.
            logarithm[i] += (information[i] - (argument[i] - 1)) / argument[i];
        }
        return 0.5 * Kernels.ARRAYS.dot(rule.weights(), logarithm, n);
    }

    /** {@code E[J(eta) / (1 + v J(eta))]}: by this times {@code (C x)(C x)'} the covariance is expected to shrink. */
    public double shrinkage(double m, double v) {
        NormalQuadrature rule = fill(m, v);
        for (int i = 0; i < rule.size(); i++) {
            information[i] /= 1 + v * information[i];
        }
        return Kernels.ARRAYS.dot(rule.weights(), information, rule.size());
    }

    /** {@code E[link(eta)]}. */
    public double meanRate(double m, double v) {
        if (link == Link.EXPONENTIAL) {
            return Elementary.exp(bounded(m + v / 2));
        }
        return momentOfRate(m, v, false);
    }

    /** {@code Var[link(eta)]}. */
    public double varianceOfRate(double m, double v) {
        if (link == Link.EXPONENTIAL) {
            double mean = Elementary.exp(bounded(m + v / 2) / 2);
            double spread = v < 1e-5 ? v * (1 + v / 2) : Elementary.exp(Math.min(v, FARTHEST)) - 1;
            return mean * mean * spread * mean * mean;
        }
        double mean = momentOfRate(m, v, false);
        return Math.max(0, momentOfRate(m, v, true) - mean * mean);
    }

    private double momentOfRate(double m, double v, boolean squared) {
        NormalQuadrature rule = rule(Math.sqrt(v));
        double sd = Math.sqrt(v);
        for (int i = 0; i < rule.size(); i++) {
            double rate = link.rate(m + sd * rule.nodes()[i]);
            argument[i] = squared ? rate * rate : rate;
        }
        return Kernels.ARRAYS.dot(rule.weights(), argument, rule.size());
    }

    /** Puts the expected information at the nodes for a mean and a variance into {@code information}. */
    private NormalQuadrature fill(double m, double v) {
        double sd = Math.sqrt(v);
        NormalQuadrature rule = rule(sd);
        double[] nodes = rule.nodes();
        int n = rule.size();
        for (int i = 0; i < n; i++) {
            argument[i] = bounded(m + sd * nodes[i]);
        }
        Kernels.ARRAYS.exponentials(argument, 0, n, information);
        if (link == Link.SOFT_RECTIFIED) {
            bend(n);
        }
        return rule;
    }

    /** From e^eta to the information {@code (e / (1 + e))^2 / ln(1 + e)} under the soft-rectified link. */
    private void bend(int n) {
        for (int i = 0; i < n; i++) {
            argument[i] = 1 + information[i];
        }
        Kernels.ARRAYS.logarithms(argument, n, logarithm);
        for (int i = 0; i < n; i++) {
            double e = information[i];
            double rate = logarithm[i] + (e - (argument[i] - 1)) / argument[i];
            double slope = e / argument[i];
            information[i] = slope * slope / rate;
        }
    }

    static NormalQuadrature rule(double sd) {
        int rule = 0;
        while (rule < LARGEST_SD.length && sd > LARGEST_SD[rule]) {
            rule++;
        }
        return RULES[rule];
    }

    private static double bounded(double eta) {
        return eta < -FARTHEST ? -FARTHEST : Math.min(eta, FARTHEST);
    }
}
