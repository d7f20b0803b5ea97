package io.stimloop.control.arming;

/**
 * Something that changed what may leave.
 *
 * @param kind   what happened
 * @param epoch  of the arming that began or ended
 * @param detail by whom, or why
 */
public record ArmingEvent(Kind kind, long epoch, String detail) {
    /** What happened. */
    public enum Kind {
        /** Commands may leave. */
        ARMED,
        /** They may not any more. */
        DISARMED,
        /** They may not, and an operator has to look. */
        FAULTED,
        /** An operator has looked. */
        CLEARED
    }
}
