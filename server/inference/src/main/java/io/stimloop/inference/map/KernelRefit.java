package io.stimloop.inference.map;

import io.stimloop.inference.belief.Maintenance;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Looks for the kernel and the dispersion with the greatest evidence times a weak hyperprior about what the
 * spec says (Rasmussen and Williams 2006, section 5.5), by the simplex method of Nelder and Mead (1965). Works on what
 * it copied when it was made.
 */
final class KernelRefit implements Maintenance {
    private static final int MOST_EVALUATIONS = 250;
    private static final double TOLERANCE = 1e-4;

    private final MapBelief belief;
    private final MapModel model;
    private final Observations seen;
    private final KernelCoordinates coordinates;
    private final double[] start;
    private final int dispersionNow;
    private double best = Double.NEGATIVE_INFINITY;
    private double[] bestPoint = {};

    KernelRefit(MapBelief belief) {
        this.belief = belief;
        this.model = belief.model();
        this.seen = new Observations(belief.seen());
        this.coordinates = new KernelCoordinates(model.kernels().getFirst(), model.refit().logSd());
        Hypothesis now = belief.hypotheses().get(0);
        this.start = coordinates.of(now.fit().covariance().kernel());
        this.dispersionNow = now.dispersion();
    }

    @Override
    public Result run() {
        int dispersion = likeliestDispersion(start, dispersionNow);
        search(dispersion);
        dispersion = likeliestDispersion(bestPoint, dispersion);
        return new Refitted(fitted(bestPoint, dispersion, 0));
    }

    private int likeliestDispersion(double[] at, int now) {
        int likeliest = now;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int d = 0; d < model.dispersions().length; d++) {
            double value = value(at, d);
            if (value > greatest) {
                greatest = value;
                likeliest = d;
            }
        }
        return likeliest;
    }

    private void search(int dispersion) {
        SimplexOptimizer optimizer = new SimplexOptimizer(new SimpleValueChecker(-1, TOLERANCE));
        double[] edges = new double[start.length];
        java.util.Arrays.fill(edges, model.refit().logSd() / 2);
        try {
            optimizer.optimize(new MaxEval(MOST_EVALUATIONS), GoalType.MAXIMIZE,
                    new ObjectiveFunction(at -> noted(at, dispersion)), new InitialGuess(start),
                    new NelderMeadSimplex(edges));
        } catch (TooManyEvaluationsException enough) {
            // The best point so far is good enough: the next refit goes on from there.
            bestPoint = bestPoint.clone();
        }
    }

    private double noted(double[] at, int dispersion) {
        double value = value(at, dispersion);
        if (value > best) {
            best = value;
            bestPoint = at.clone();
        }
        return value;
    }

    /** Log evidence times hyperprior at a point; finite. */
    private double value(double[] at, int dispersion) {
        if (coordinates.outside(at)) {
            return -1e300;
        }
        double prior = StrictMath.log(model.dispersionProbabilities()[dispersion]);
        return fitted(at, dispersion, prior).logWeight(seen) + coordinates.logHyperprior(at);
    }

    private Hypothesis fitted(double[] at, int dispersion, double logPrior) {
        Hypothesis fitted = Hypotheses.of(model, coordinates.kernel(at), dispersion, logPrior);
        fitted.fit().update(seen);
        fitted.fit().match(seen);
        return fitted;
    }

    /** A hypothesis that is fitted already to all that was seen when the refit was begun. */
    final class Refitted implements Result {
        private final Hypothesis fitted;

        private Refitted(Hypothesis fitted) {
            this.fitted = fitted;
        }

        Hypothesis hypothesis() {
            return fitted;
        }

        /** No dearer than a trial: the fit goes on from where it stands to what was seen since. */
        @Override
        public void adopt() {
            belief.hypotheses().replace(fitted);
            if (belief.trials() > seen.trials()) {
                belief.hypotheses().update(belief.seen());
            }
            belief.schedule().done(seen.trials());
        }

        @Override
        public String description() {
            String words = fitted.fit().covariance().kernel().description();
            double dispersion = fitted.fit().likelihood().dispersion();
            return dispersion == 0 ? words : words + ", dispersion " + MapKernel.rounded(dispersion);
        }
    }
}
