package io.stimloop.control.experiment;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.objective.Objective;

/**
 * Takes readings of an experiment's belief; called by its writer, between trials.
 *
 * @param belief     the experiment's own
 * @param candidates the stimuli there are
 * @param tables     of the predictions for them
 * @param objective  what makes one useful
 */
record BeliefReader(Belief belief, double[][] candidates, ResponsePredictor tables, Objective objective) {
    BeliefReading read(long implausible) {
        return new BeliefReading(belief.copy(), implausible, candidates, tables, objective);
    }
}
