package io.stimloop.inference.belief;

import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The posterior over the parameters theta given all trials so far, of one or several units (neurons, or the one
 * subject of a model of choices). Deterministic: the same source and the same trials in the same order give the
 * same bits on every machine. Not thread safe: one writer; others may read between its updates only.
 */
public interface Belief {
    /**
     * Learns from one trial by Bayes' rule.
     *
     * @param stimulus what was presented, one finite value per stimulus value, in its unit; not kept
     * @param response as {@link Responses} lays it out; entries of units that are left out are not looked at; not
     *                 kept
     * @return an upper bound on the natural logarithm of how likely the response was under any parameter value
     *         still believed in, of the unit where it is lowest. Very negative means that the model could not have
     *         produced it. Never NaN, and the belief stays proper whatever it is
     */
    double condition(double[] stimulus, double[] response);

    /** Trials learned from. */
    long trials();

    /** Entropy of the posterior in nats, summed over the units: over the grid, or differential for a density. */
    double entropyNats();

    /**
     * The entropy, where what was asked of the belief since it last learned has left little to do for it: for records, which
     * must not cost a trial anything. NaN where it would take as long as learning did.
     */
    default double entropyAtHand() {
        return Double.NaN;
    }

    /** Number of units, those left out included. */
    default int units() {
        return 1;
    }

    /** Mean, sd and quantiles of each parameter of a unit, in the order of {@link BeliefSource#parameterNames}. */
    List<ParameterSummary> parameters(int unit);

    /** Those of the first unit. */
    default List<ParameterSummary> parameters() {
        return parameters(0);
    }

    /**
     * The expected response of a unit as a function of the stimulus: posterior mean and 95% credible band. Of a
     * choice between two, the probability of a 1.
     *
     * @param stimuli one row per stimulus
     */
    List<CurvePoint> curve(int unit, double[][] stimuli);

    /** That of the first unit. */
    default List<CurvePoint> curve(double[][] stimuli) {
        return curve(0, stimuli);
    }

    /**
     * Tables for predicting the responses to these stimuli (one row each; copied). The belief expects to learn
     * from them from now on.
     *
     * @param question what will be asked of the predictions
     * @throws IllegalArgumentException when {@link BeliefSource#answers} says no
     */
    ResponsePredictor predictor(double[][] candidates, Question question);

    /**
     * Predicts the responses to stimuli that are not listed in advance.
     *
     * @param question what will be asked of the predictions
     * @return empty where {@link BeliefSource#predictsAnywhere} says no
     */
    default Optional<StimulusPredictor> anywhere(Question question) {
        return Optional.empty();
    }

    /**
     * What is expected of the next response, before it comes; for checking the model.
     *
     * @param stimulus as in {@link #condition}
     * @return what is believed now, whatever the belief learns after; valid until the next forecast
     */
    ResponseForecast forecast(double[] stimulus);

    /**
     * A draw from the posterior.
     *
     * @return the parameters of a unit, in the order of {@link BeliefSource#parameterNames}
     */
    double[] draw(int unit, UniformRandomProvider random);

    /**
     * The expected responses of a unit to stimuli under one draw from the posterior, which is the same for all of them.
     *
     * @param stimuli one row each, at least one
     * @return one each, in the unit of the response; of a choice between two, the probability of a 1
     * @throws UnsupportedOperationException where {@link BeliefSource#drawsCurves} says no
     */
    default double[] drawCurve(int unit, double[][] stimuli, UniformRandomProvider random) {
        throw new UnsupportedOperationException("this belief draws no curves");
    }

    /** An independent belief in the same state that shares what does not change with trials. */
    Belief copy();

    /**
     * Takes up the state of another belief of the same source, so that what would be a copy needs no memory. Predictors
     * of this belief go on with it once they are refreshed.
     *
     * @return false where the belief cannot; nothing has changed then
     */
    default boolean become(Belief other) {
        return false;
    }

    /**
     * The most that any number of further trials can be expected to tell about the parameters, in nats, summed over
     * the units: the entropy where there are finitely many parameter values, infinite for a density.
     */
    default double undecidedNats() {
        return Double.POSITIVE_INFINITY;
    }

    /** All that distinguishes this belief from the prior; {@link BeliefSource#restore} makes an equal one of it. */
    BeliefState state();

    /** {@link BeliefDigest} of {@link #state}; does not change the belief. */
    default long digest() {
        return BeliefDigest.of(state());
    }

    /**
     * What an operator should know, for people, each with what it is about and a colon in front, as in "amplitude:
     * 12% of the mass is at the edge (200)".
     */
    default List<String> warnings() {
        return List.of();
    }

    /**
     * Leaves a unit out, or takes it back in: it is not learned about and does not count in predictions.
     *
     * @throws UnsupportedOperationException where the belief is about one unit only
     */
    default void include(int unit, boolean included) {
        throw new UnsupportedOperationException("a belief about one unit cannot leave it out");
    }

    /** Whether a unit is learned about and counts: see {@link #include}. */
    default boolean includes(int unit) {
        return true;
    }

    /**
     * Takes in further units, behind those there are, each at the prior. Predictors made before go on without them.
     *
     * @throws UnsupportedOperationException where {@link BeliefSource#grows} says no
     */
    default void add(int units) {
        throw new UnsupportedOperationException(
                "a belief about units that are described together does not grow");
    }

    /** Work that is due and would make the belief better, but need not be done within a trial. */
    default Optional<Maintenance> maintenance() {
        return Optional.empty();
    }
}
