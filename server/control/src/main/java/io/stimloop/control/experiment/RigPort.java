package io.stimloop.control.experiment;

import io.stimloop.control.arming.Beat;
import io.stimloop.v1.HaltReason;
import io.stimloop.v1.ServerMessage;

/**
 * The way to one connected rig. Thread safe; sending never blocks. After {@link #refuse},
 * {@link #halt} or {@link #finish} nothing more is sent, whoever tries.
 */
public interface RigPort {
    /** Queues a message for sending; dropped when the port is closed. */
    void send(ServerMessage message);

    /** Sends the stream's next heartbeat, with what it says of the output; skipped when the rig is slow to read. */
    void heartbeat(Beat beat);

    /** When something came from the rig last, on the nanosecond clock. */
    long heardNanos();

    /** Whether the port has not been closed by either side. */
    boolean open();

    /** Ends the stream because of what the rig sent, then closes the port. */
    void refuse(Refused refused);

    /** Tells the rig to go safe at once, then closes the port. */
    void halt(HaltReason reason, String detail);

    /**
     * As {@link #halt}, but the rig can still say that it is safe, until {@link #end}.
     */
    void haltAndHear(HaltReason reason, String detail);

    /** Ends a stream that was only kept to hear that the rig is safe. */
    void end();

    /** Tells the rig that the experiment is over, then closes the port. */
    void finish(ServerMessage finished);
}
