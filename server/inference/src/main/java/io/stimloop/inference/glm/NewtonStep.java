package io.stimloop.inference.glm;

import io.stimloop.inference.response.Link;

/**
 * The mode of the posterior of {@code eta ~ N(m, v)} given a Poisson count of rate {@code link(eta)}: the one
 * dimension in which the posterior of a GLM moves in a trial (Lewi, Butera and Paninski 2009, section 3.1). The mode
 * solves {@code eta = m + v slope(eta)}; the slope falls, so there is one, and a bracket around it.
 */
public final class NewtonStep {
    private static final int MOST_STEPS = 500;
    private static final double RELATIVE = 1e-15;

    private double step;
    private double information;

    /** Has found nothing yet. */
    public NewtonStep() {}

    /**
     * Finds the mode.
     *
     * @param m     finite
     * @param v     from 0
     * @param count from 0
     */
    public void solve(Link link, double m, double v, double count) {
        double eta = mode(link, m, v, count);
        information = PoissonScore.information(link, eta, count);
        // Each of the two loses digits where the other does not.
        step = v * information > 1 ? (eta - m) / v : PoissonScore.slope(link, eta, count);
    }

    /** Slope of the log likelihood at the mode: the mean moves by this much times {@code C x}. */
    public double step() {
        return step;
    }

    /** Observed information about eta at the mode, from 0. */
    public double information() {
        return information;
    }

    private static double mode(Link link, double m, double v, double count) {
        double move = v * PoissonScore.slope(link, m, count);
        double low = Math.min(m, m + move);
        double high = Math.max(m, m + move);
        double eta = m;
        if (link == Link.EXPONENTIAL && move > 0) {
            // The equation is convex: from the right Newton's steps go to its root without overshooting.
            high = Math.max(m, Math.min(high, link.inverse(count)));
            eta = high;
        }
        for (int i = 0; i < MOST_STEPS; i++) {
            double off = eta - m - v * PoissonScore.slope(link, eta, count);
            if (off > 0) {
                high = eta;
            } else {
                low = eta;
            }
            double next = eta - off / (1 + v * PoissonScore.information(link, eta, count));
            if (!(next >= low && next <= high)) {
                next = 0.5 * (low + high);
            }
            if (Math.abs(next - eta) <= RELATIVE * Math.max(1, Math.abs(eta))) {
                return next;
            }
            eta = next;
        }
        return eta;
    }
}
