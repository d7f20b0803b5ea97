package io.stimloop.inference.optogenetic;

import io.stimloop.inference.glm.NewtonStep;
import io.stimloop.inference.response.Link;
import io.stimloop.numerics.kernel.Kernels;

/**
 * Mean and variance of {@code eta ~ N(m, v)} given a Poisson count of rate {@code link(eta)}, by equal steps between
 * the places on both sides of the mode where the density has fallen to e^-32. The normal density with these moments
 * takes the place of the posterior: assumed-density filtering (Opper 1998; Minka 2001, section 3.3). Not thread safe.
 */
final class CountUpdate {
    private static final int NODES = 128;
    private static final double FALLEN = 32;
    /** At the mode the log density is at least as curved as the prior's, 1 / v: it has fallen by 32 within 8 sd. */
    private static final double REACH = 8;
    private static final double WIDER = 1.5;
    /** A count that tells less than this about eta moves it as Laplace's approximation says, to many digits. */
    private static final double LITTLE = 1e-4;

    private final NewtonStep newton = new NewtonStep();
    private final double[] logs = new double[NODES];
    private final double[] densities = new double[NODES];
    private double step;
    private double factor;

    /**
     * Finds the moments.
     *
     * @param m     finite
     * @param v     from 0
     * @param count from 0
     */
    void solve(Link link, double m, double v, double count) {
        newton.solve(link, m, v, count);
        double information = newton.information();
        if (v * information < LITTLE) {
            step = newton.step();
            factor = -information / (1 + v * information);
            return;
        }
        integrate(link, m, v, count, m + v * newton.step());
    }

    private void integrate(Link link, double m, double v, double count, double mode) {
        double top = logDensity(link, m, v, count, mode);
        double first = REACH / Math.sqrt(1 / v + newton.information());
        double low = mode - reach(link, m, v, count, mode, top, -first);
        double high = mode + reach(link, m, v, count, mode, top, first);
        double width = (high - low) / NODES;
        for (int i = 0; i < NODES; i++) {
            logs[i] = logDensity(link, m, v, count, low + (i + 0.5) * width) - top;
        }
        Kernels.ARRAYS.exponentials(logs, 0, NODES, densities);
        double total = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < NODES; i++) {
            double off = low - mode + (i + 0.5) * width;
            total += densities[i];
            sum += densities[i] * off;
            squares += densities[i] * off * off;
        }
        double shift = sum / total;
        double variance = Math.clamp(squares / total - shift * shift, Double.MIN_NORMAL, v);
        step = (mode - m + shift) / v;
        factor = (variance - v) / (v * v);
    }

    /** How far from the mode, in the direction of a first guess, the density has fallen enough. */
    private static double reach(Link link, double m, double v, double count, double mode, double top,
            double first) {
        double farthest = REACH * Math.sqrt(v);
        double reach = first;
        while (Math.abs(reach) < farthest && logDensity(link, m, v, count, mode + reach) > top - FALLEN) {
            reach *= WIDER;
        }
        return Math.min(Math.abs(reach), farthest);
    }

    private static double logDensity(Link link, double m, double v, double count, double eta) {
        double off = eta - m;
        return count * link.logRate(eta) - link.rate(eta) - 0.5 * off * off / v;
    }

    /** The mean of eta moves by v times this. */
    double step() {
        return step;
    }

    /** The variance of eta changes by v squared times this; at most 0. */
    double factor() {
        return factor;
    }
}
