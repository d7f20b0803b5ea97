package io.stimloop.inference.map;

import io.stimloop.inference.belief.Maintenance;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Looks for the kernel and the dispersion with the greatest Laplace evidence times a weak hyperprior about what the
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
        return new Refitted(coordinates.kernel(bestPoint), dispersion, seen.trials());
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
        Hypothesis tried = Hypotheses.of(model, coordinates.kernel(at), dispersion, prior);
        tried.fit().update(seen);
        return tried.logWeight(seen) + coordinates.logHyperprior(at);
    }

    private final class Refitted implements Result {
        private final MapKernel kernel;
        private final int dispersion;
        private final long trials;

        Refitted(MapKernel kernel, int dispersion, long trials) {
            this.kernel = kernel;
            this.dispersion = dispersion;
            this.trials = trials;
        }

        @Override
        public void adopt() {
            Hypothesis adopted = Hypotheses.of(model, kernel, dispersion, 0);
            belief.hypotheses().replace(adopted);
            belief.hypotheses().update(belief.seen());
            belief.schedule().done(trials, warnings());
        }

        private List<String> warnings() {
            List<String> warnings = new ArrayList<>();
            for (int d = 0; d < model.axes().length; d++) {
                double spacing = KernelCoordinates.spacing(model.axes()[d]);
                if (kernel.lengths()[d] < spacing / 2) {
                    warnings.add("length: " + MapKernel.rounded(kernel.lengths()[d]) + " in dimension " + d
                            + " is short against the distance of its candidates ("
                            + MapKernel.rounded(spacing)
                            + "); one stimulus tells nothing of the next");
                }
            }
            return warnings;
        }

        @Override
        public String description() {
            String words = kernel.description();
            return model.dispersions()[dispersion] == 0
                    ? words
                    : words + ", dispersion " + MapKernel.rounded(model.dispersions()[dispersion]);
        }
    }
}
