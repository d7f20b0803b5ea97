package io.stimloop.planning.continuous;

import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * Goes uphill from where a region begins, without derivatives. What it finds is what its evaluator keeps. Deterministic.
 */
final class Climb {
    /** In coordinates; finer steps change a utility by what rounding does. */
    private static final double FINEST = 1e-8;
    private static final double WIDEST = 0.25;
    private static final int MOST_INTERVALS = 16;
    private static final MaxEval UNBOUNDED = MaxEval.unlimited();

    private final Region region;
    private final Evaluator evaluator;

    private Climb(Region region, Evaluator evaluator) {
        this.region = region;
        this.evaluator = evaluator;
    }

    /**
     * Climbs until steps no longer matter.
     *
     * @param radius how far away the top may be, about, in coordinates
     * @throws StoppedException when the evaluator allows no more
     */
    static void from(Region region, double radius, Evaluator evaluator) {
        Climb climb = new Climb(region, evaluator);
        double first = Math.clamp(radius, 10 * FINEST, WIDEST);
        if (region.size() == 1) {
            climb.alongLine(first);
        } else {
            climb.throughSpace(first);
        }
    }

    private double utility(double[] coordinates) {
        double[] point = region.point(coordinates);
        return evaluator.utility(point, region.box().stimulus(point));
    }

    /** Brent's method between points on both sides, which move on where the top lies at one of them. */
    private void alongLine(double radius) {
        double[] range = {region.lower()[0], region.upper()[0]};
        double centre = region.start()[0];
        double reach = radius;
        boolean more = true;
        for (int interval = 0; interval < MOST_INTERVALS && more; interval++) {
            double low = Math.max(range[0], centre - reach);
            double high = Math.min(range[1], centre + reach);
            double top = highest(low, high, centre);
            more = atEnd(top, low, range[0], reach) || atEnd(top, high, range[1], reach);
            centre = top;
            reach *= 2;
        }
    }

    /** An end of the range itself is evaluated too: Brent's method comes near it only. */
    private double highest(double low, double high, double centre) {
        double top = new BrentOptimizer(FINEST, FINEST)
                .optimize(UNBOUNDED, GoalType.MAXIMIZE,
                        new UnivariateObjectiveFunction(u -> utility(new double[]{u})),
                        new SearchInterval(low, high, Math.clamp(centre, low, high)))
                .getPoint();
        if (low == region.lower()[0] && top - low < WIDEST) {
            utility(new double[]{low});
        }
        if (high == region.upper()[0] && high - top < WIDEST) {
            utility(new double[]{high});
        }
        return top;
    }

    /** Whether the top lies at an end that is not that of the range. */
    private static boolean atEnd(double top, double end, double ofRange, double reach) {
        return end != ofRange && Math.abs(top - end) < 1e-3 * reach;
    }

    /** BOBYQA gives up with an exception where rounding leaves it no way; what it has found then stands. */
    private void throughSpace(double radius) {
        try {
            new BOBYQAOptimizer(2 * region.size() + 1, radius, FINEST).optimize(UNBOUNDED, GoalType.MAXIMIZE,
                    new ObjectiveFunction(this::utility), new InitialGuess(region.start()),
                    new SimpleBounds(region.lower(), region.upper()));
        } catch (MathIllegalStateException | MathIllegalArgumentException stuck) {
            return;
        }
    }
}
