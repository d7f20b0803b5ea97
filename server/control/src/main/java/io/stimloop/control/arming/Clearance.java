package io.stimloop.control.arming;

/**
 * What a command carries, so that a stimulator can tell whether it may be carried out.
 *
 * @param epoch        of the arming
 * @param counter      from 1, rising with every command of the epoch
 * @param limitsSha256 of the limits in force; empty where there is no harm
 */
public record Clearance(long epoch, long counter, String limitsSha256) {}
