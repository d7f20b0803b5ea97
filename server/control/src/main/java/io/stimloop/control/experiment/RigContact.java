package io.stimloop.control.experiment;

/**
 * A connected rig.
 *
 * @param rigId      names it
 * @param simulated  whether it drives nothing physical
 * @param quietNanos for how long nothing came from it, by the experiment's clock
 */
public record RigContact(String rigId, boolean simulated, long quietNanos) {}
