package io.stimloop.studies.calibration;

import io.stimloop.inference.belief.BeliefSource;
import java.util.function.LongFunction;

/**
 * A model and a form of belief about it, in an experiment whose stimuli are drawn at random.
 *
 * @param model      for people, as in "glm-exponential"
 * @param belief     its form, as in "grid"
 * @param candidates the stimuli to draw from, one row each
 * @param trials     of one experiment
 * @param sources    of the belief, by the seed of the experiment
 */
public record CalibrationCase(String model, String belief, double[][] candidates, int trials,
        LongFunction<BeliefSource> sources) {}
