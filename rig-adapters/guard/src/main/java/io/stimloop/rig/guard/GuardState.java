package io.stimloop.rig.guard;

/** How a guarded output stands. */
public enum GuardState {
    /** It could not be switched off, or the device is ill: nothing is put out. */
    FAULTED,
    /** Off; the limits are not known. */
    SAFE,
    /** Off; could be armed, in an epoch that is later than all before. */
    READY,
    /** Commands are carried out, until the lease is over. */
    ARMED
}
