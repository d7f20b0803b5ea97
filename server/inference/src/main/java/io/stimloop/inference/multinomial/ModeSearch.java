package io.stimloop.inference.multinomial;

import io.stimloop.inference.points.GroupedTrials;
import io.stimloop.numerics.linear.LowerTriangle;

/**
 * Finds the mode of a log posterior by Newton's method with a line search. Where the curvature is not that of a peak,
 * which lapses can bring about, as much of the prior's is added as makes it one (Nocedal and Wright 2006, section 3.4).
 * Has working memory; not thread safe.
 */
final class ModeSearch {
    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 50;
    /** Squared distance to the mode, in posterior sd, from which a Newton step leads to it to rounding. */
    private static final double NEAR = 1e-10;
    private static final double SUFFICIENT = 1e-4;
    private static final double FIRST_DAMPING = 1e-3;

    private final LogPosterior posterior;
    private final int size;
    private final double[] step;
    private final double[] candidate;

    ModeSearch(Multinomial model) {
        this.posterior = new LogPosterior(model);
        this.size = model.unknown();
        this.step = new double[size];
        this.candidate = new double[size];
    }

    static long bytes(Multinomial model) {
        return LogPosterior.bytes(model) + 2L * Double.BYTES * model.unknown();
    }

    /**
     * Climbs from where {@code theta} is to a mode, and leaves it there.
     *
     * @return the Cholesky factor of the curvature there, valid until the next call
     */
    LowerTriangle climb(double[] theta, GroupedTrials trials) {
        boolean arrived = false;
        for (int i = 0; i < MOST_STEPS && !arrived; i++) {
            double damping = factor(theta, trials);
            double[] gradient = posterior.gradient();
            System.arraycopy(gradient, 0, step, 0, size);
            posterior.curvature().solve(step, size);
            posterior.curvature().solveTransposed(step, size);
            double slope = 0;
            for (int j = 0; j < size; j++) {
                slope = Math.fma(gradient[j], step[j], slope);
            }
            arrived = slope < NEAR && damping == 0;
            if (arrived) {
                move(theta, 1);
            } else {
                arrived = !search(theta, trials, slope);
            }
        }
        return factorAt(theta, trials);
    }

    /** The Cholesky factor of the curvature at a mode. */
    LowerTriangle factorAt(double[] theta, GroupedTrials trials) {
        factor(theta, trials);
        return posterior.curvature();
    }

    /** Log likelihood where the curvature was last worked out. */
    double logLikelihood() {
        return posterior.logLikelihood();
    }

    /** Works out and factors the curvature; returns how many times the prior's had to be added. */
    private double factor(double[] theta, GroupedTrials trials) {
        posterior.at(theta, trials, true);
        double damping = 0;
        while (!posterior.curvature().factor(size)) {
            damping = damping == 0 ? FIRST_DAMPING : 10 * damping;
            posterior.at(theta, trials, true);
            for (int i = 0; i < size; i++) {
                posterior.curvature().row(i)[i] += damping * posterior.priorPrecision(i);
            }
        }
        return damping;
    }

    /** Halves the step until the value rises enough; returns whether it ever did. */
    private boolean search(double[] theta, GroupedTrials trials, double slope) {
        double before = posterior.value();
        double length = 1;
        for (int i = 0; i < MOST_HALVINGS; i++) {
            for (int j = 0; j < size; j++) {
                candidate[j] = Math.fma(length, step[j], theta[j]);
            }
            posterior.at(candidate, trials, false);
            if (posterior.value() >= before + SUFFICIENT * length * slope) {
                move(theta, length);
                return true;
            }
            length /= 2;
        }
        return false;
    }

    private void move(double[] theta, double length) {
        for (int j = 0; j < size; j++) {
            theta[j] = Math.fma(length, step[j], theta[j]);
        }
    }
}
