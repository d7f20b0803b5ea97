package io.stimloop.checks.disk;

/**
 * What is to go wrong on a disk.
 *
 * @param call counted from 1, at which it goes wrong; with a call that changes something it may have done a part of it
 * @param off  whether the machine is off from there on; otherwise only this call fails
 */
public record DiskFault(long call, boolean off) {
    /** Nothing goes wrong. */
    public static final DiskFault NONE = new DiskFault(Long.MAX_VALUE, false);

    /** The machine goes off at this call. */
    public static DiskFault off(long call) {
        return new DiskFault(call, true);
    }

    /** This call fails, and those after it do not. */
    public static DiskFault error(long call) {
        return new DiskFault(call, false);
    }
}
