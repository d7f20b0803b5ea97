package io.stimloop.control.arming;

/**
 * What a heartbeat says about the output.
 *
 * @param epoch of the arming in force, or of the last one
 * @param armed whether the output may go on
 */
public record Beat(long epoch, boolean armed) {}
