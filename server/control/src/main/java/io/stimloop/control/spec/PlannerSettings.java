package io.stimloop.control.spec;

/**
 * How the next stimulus is found, and by when.
 *
 * @param method        search or a design
 * @param deadlineNanos from the arrival of an outcome to the moment the next command must have left; above 0
 * @param fallback      for when nothing was found in time
 * @param speculation   what is planned ahead
 * @param load          how often, and whether the deadlines are to be promised
 */
public record PlannerSettings(PlanningMethod method, long deadlineNanos, FallbackChoice fallback,
        SpeculationSettings speculation, LoadSettings load) {
    /** Responses to plan ahead for in a trial; 0 for none. */
    public int foreseen() {
        return speculation.responses();
    }

    /** The same with another way to find the next stimulus. */
    PlannerSettings with(PlanningMethod other) {
        return new PlannerSettings(other, deadlineNanos, fallback, speculation, load);
    }

    /** The same without planning ahead. */
    PlannerSettings unforeseeing() {
        return new PlannerSettings(method, deadlineNanos, fallback, SpeculationSettings.OFF, load);
    }
}
