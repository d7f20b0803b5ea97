package io.stimloop.control.spec;

/**
 * How the next stimulus is found, and by when.
 *
 * @param method        search or a design
 * @param deadlineNanos from the arrival of an outcome to the moment the next command must have left; above 0
 * @param fallback      for when nothing was found in time
 */
public record PlannerSettings(PlanningMethod method, long deadlineNanos, FallbackChoice fallback) {}
