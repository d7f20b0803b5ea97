package io.stimloop.inference.optogenetic;

import io.stimloop.inference.belief.BeliefState;
import java.util.TreeMap;

/**
 * An {@link OptogeneticBelief} as numbers, and back. Neurons follow each other in every array.
 *
 * @param means           of the bias and the weights
 * @param covariances     lower triangles, row by row
 * @param logDeterminants one per neuron
 * @param precisions      of the sites
 * @param shifts          of the sites
 * @param included        1, or 0 for a neuron that is left out
 */
record OptogeneticState(double[] means, double[] covariances, double[] logDeterminants, double[] precisions,
        double[] shifts, double[] included) {
    private static final String KIND = "gaussian/optogenetic";
    private static final int NEWEST = 1;
    private static final String MEAN = "mean";
    private static final String COVARIANCE = "covariance";
    private static final String LOG_DETERMINANT = "logDeterminant";
    private static final String PRECISION = "sitePrecision";
    private static final String SHIFT = "siteShift";
    private static final String INCLUDED = "included";

    static BeliefState of(OptogeneticBelief belief) {
        OptogeneticModel model = belief.model();
        int units = model.units();
        OptogeneticState state = new OptogeneticState(new double[units * model.size()],
                new double[Math.multiplyExact(units, triangle(model.size()))], new double[units],
                new double[units * model.targetCount()], new double[units * model.targetCount()],
                new double[units]);
        for (int unit = 0; unit < units; unit++) {
            state.take(unit, belief.posterior(unit), model);
            state.included[unit] = belief.includes(unit) ? 1 : 0;
        }
        TreeMap<String, double[]> arrays = new TreeMap<>();
        arrays.put(MEAN, state.means);
        arrays.put(COVARIANCE, state.covariances);
        arrays.put(LOG_DETERMINANT, state.logDeterminants);
        arrays.put(PRECISION, state.precisions);
        arrays.put(SHIFT, state.shifts);
        arrays.put(INCLUDED, state.included);
        return new BeliefState(KIND, NEWEST, belief.trials(), arrays);
    }

    private void take(int unit, NeuronPosterior posterior, OptogeneticModel model) {
        System.arraycopy(posterior.mean(), 0, means, unit * model.size(), model.size());
        double[] triangle = posterior.covariance().triangle();
        System.arraycopy(triangle, 0, covariances, unit * triangle.length, triangle.length);
        logDeterminants[unit] = posterior.logDeterminant();
        int targets = model.targetCount();
        for (int k = 0; k < targets; k++) {
            precisions[unit * targets + k] = posterior.sites().precision(k);
            shifts[unit * targets + k] = posterior.sites().shift(k);
        }
    }

    /** Fills in a belief that is at the prior; returns its trials. */
    static long restore(BeliefState from, OptogeneticBelief belief) {
        from.require(KIND, NEWEST);
        OptogeneticModel model = belief.model();
        int units = model.units();
        OptogeneticState state = new OptogeneticState(from.array(MEAN, units * model.size()),
                from.array(COVARIANCE, Math.multiplyExact(units, triangle(model.size()))),
                from.array(LOG_DETERMINANT, units), from.array(PRECISION, units * model.targetCount()),
                from.array(SHIFT, units * model.targetCount()), from.array(INCLUDED, units));
        for (int unit = 0; unit < units; unit++) {
            state.give(unit, belief.posterior(unit), model);
            belief.include(unit, state.included[unit] != 0);
        }
        return from.trials();
    }

    private void give(int unit, NeuronPosterior posterior, OptogeneticModel model) {
        posterior.restore(means, unit * model.size(), covariances, unit * triangle(model.size()),
                logDeterminants[unit]);
        int targets = model.targetCount();
        for (int k = 0; k < targets; k++) {
            posterior.sites().set(k, precisions[unit * targets + k], shifts[unit * targets + k]);
        }
    }

    private static int triangle(int size) {
        return size * (size + 1) / 2;
    }
}
