package io.stimloop.control.arming;

/**
 * What does not change about the arming of an experiment.
 *
 * @param hazardous    whether its stimuli drive light or current
 * @param limitsSha256 of the limits in force, in hexadecimal digits
 * @param leaseNanos   how long an output may go on without a word from the server; above 0
 */
public record ArmingSettings(boolean hazardous, String limitsSha256, long leaseNanos) {
    /** Of an experiment whose stimuli can do no harm. */
    public static final ArmingSettings HARMLESS = new ArmingSettings(false, "", Long.MAX_VALUE);
}
