package io.stimloop.control.spec;

/**
 * How often a decision is wanted, and what is promised.
 *
 * @param bestEffort  whether the experiment does without a promise
 * @param periodNanos the shortest time from one outcome to the next; above 0
 */
public record LoadSettings(boolean bestEffort, long periodNanos) {}
