package io.stimloop.rig.guard;

/**
 * A command as the guard sees it.
 *
 * @param epoch         of the arming under which it was sent
 * @param counter       rising with every command of an epoch
 * @param limitsSha256  of the limits that the sender holds
 * @param stimulus      one value per dimension, in its unit; empty for a blank; not to be modified
 * @param arrivedNanos  when it came, on the guard's clock
 * @param validForNanos how long after that it may still be carried out
 * @param outputNanos   how long the output stays on by itself once it is on; 0 where it can be cut at any time
 */
public record Order(long epoch, long counter, String limitsSha256, double[] stimulus, long arrivedNanos,
        long validForNanos, long outputNanos) {}
