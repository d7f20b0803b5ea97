package io.stimloop.inference.glm;

import io.stimloop.inference.belief.BeliefState;
import java.util.TreeMap;

/** A {@link GlmBelief} as numbers, and back. Neurons follow each other in every array. */
final class GlmState {
    private static final String KIND = "gaussian/glm";
    private static final String LOW_RANK_KIND = "gaussian/glm/lowRank";
    static final int NEWEST = 1;
    private static final String MEAN = "mean";
    private static final String COVARIANCE = "covariance";
    private static final String LOG_DETERMINANT = "logDeterminant";
    private static final String INCLUDED = "included";
    private static final String EARLIER = "earlierCounts";

    private GlmState() {}

    static BeliefState of(GlmBelief belief) {
        GlmModel model = belief.model();
        int size = model.size();
        int length = belief.posterior(0).covariance().numbersLength();
        double[] means = new double[model.units() * size];
        double[] covariances = new double[Math.multiplyExact(model.units(), length)];
        double[] logDeterminants = new double[model.units()];
        double[] included = new double[model.units()];
        for (int unit = 0; unit < model.units(); unit++) {
            UnitPosterior posterior = belief.posterior(unit);
            System.arraycopy(posterior.mean(), 0, means, unit * size, size);
            System.arraycopy(posterior.covariance().numbers(), 0, covariances, unit * length, length);
            logDeterminants[unit] = posterior.logDeterminant();
            included[unit] = belief.includes(unit) ? 1 : 0;
        }
        TreeMap<String, double[]> arrays = new TreeMap<>();
        arrays.put(MEAN, means);
        arrays.put(COVARIANCE, covariances);
        arrays.put(LOG_DETERMINANT, logDeterminants);
        arrays.put(INCLUDED, included);
        arrays.put(EARLIER, belief.earlier().newestFirst());
        return new BeliefState(kind(belief), NEWEST, belief.trials(), arrays);
    }

    /** Fills in a belief that is at the prior; returns its trials. */
    static long restore(BeliefState state, GlmBelief belief) {
        GlmModel model = belief.model();
        state.require(kind(belief), NEWEST);
        int size = model.size();
        int length = belief.posterior(0).covariance().numbersLength();
        double[] means = state.array(MEAN, model.units() * size);
        double[] covariances = state.array(COVARIANCE, Math.multiplyExact(model.units(), length));
        double[] logDeterminants = state.array(LOG_DETERMINANT, model.units());
        double[] included = state.array(INCLUDED, model.units());
        for (int unit = 0; unit < model.units(); unit++) {
            belief.posterior(unit).restore(means, unit * size, covariances, unit * length,
                    logDeterminants[unit]);
            belief.include(unit, included[unit] != 0);
        }
        belief.earlier().restore(state.array(EARLIER, model.mostLags() * model.units()));
        return state.trials();
    }

    private static String kind(GlmBelief belief) {
        return belief.rank() == 0 ? KIND : LOW_RANK_KIND;
    }
}
