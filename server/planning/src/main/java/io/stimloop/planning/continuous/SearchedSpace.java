package io.stimloop.planning.continuous;

import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.StimulusPredictor;
import io.stimloop.planning.movement.MovementLimits;

/**
 * A continuous space, and what a belief predicts in it.
 *
 * @param box        of all stimuli
 * @param limits     of movement from one trial to the next
 * @param candidates of the box, one row each; not to be modified
 * @param listed     predicts the responses to them
 * @param anywhere   predicts the response to any stimulus, from the same belief
 */
public record SearchedSpace(StimulusBox box, MovementLimits limits, double[][] candidates,
        ResponsePredictor listed, StimulusPredictor anywhere) {}
