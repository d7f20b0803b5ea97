package io.stimloop.control.spec;

import io.stimloop.inference.objective.Objective;
import io.stimloop.inference.objective.StimulusCost;

/**
 * What makes a stimulus useful, and what it costs.
 *
 * @param objective its utility
 * @param cost      taken off it
 */
public record Aim(Objective objective, StimulusCost cost) {}
