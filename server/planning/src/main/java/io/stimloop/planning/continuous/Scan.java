package io.stimloop.planning.continuous;

import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Looks for the best of a whole region by CMA-ES: a normal density of points that moves to where the better ones are. What
 * it finds is what its evaluator keeps. The same stream gives the same points.
 */
final class Scan {
    private static final double SPREAD = 0.3;
    private static final int MOST_GENERATIONS = 10_000;
    /** Hansen's: 4 + 3 ln(dimensions). */
    private static final double LEAST_POPULATION = 4;
    private static final double POPULATION_GROWTH = 3;

    private Scan() {}

    /** @throws StoppedException when the evaluator allows no more */
    static void of(Region region, Evaluator evaluator, UniformRandomProvider random) {
        double[] spread = new double[region.size()];
        for (int i = 0; i < spread.length; i++) {
            spread[i] = SPREAD * (region.upper()[i] - region.lower()[i]);
        }
        CMAESOptimizer optimizer = new CMAESOptimizer(MOST_GENERATIONS, 0, true, 0, 0,
                new StreamGenerator(random), false, null);
        try {
            optimizer.optimize(MaxEval.unlimited(), GoalType.MAXIMIZE, new ObjectiveFunction(coordinates -> {
                double[] point = region.point(coordinates);
                return evaluator.utility(point, region.box().stimulus(point));
            }), new InitialGuess(region.start()), new SimpleBounds(region.lower(), region.upper()),
                    new CMAESOptimizer.Sigma(spread), new CMAESOptimizer.PopulationSize(
                            (int) (LEAST_POPULATION + POPULATION_GROWTH * StrictMath.log(region.size()))));
        } catch (MathIllegalStateException | MathIllegalArgumentException stuck) {
            return;
        }
    }
}
