package io.stimloop.inference.objective;

/**
 * What makes a stimulus useful, and what it costs.
 *
 * @param objective its utility
 * @param cost      taken off it
 */
public record Aim(Objective objective, StimulusCost cost) {
    /** Nothing costs anything. */
    public static Aim of(Objective objective) {
        return new Aim(objective, StimulusCost.NONE);
    }
}
