package io.stimloop.rig.client;

import io.stimloop.v1.HaltReason;

/** How a rig's part in an experiment ended in good order. */
public sealed interface Ending {
    /** For people. */
    String description();

    /**
     * The experiment reached its end.
     *
     * @param trials trials that counted
     * @param reason which stopping rule held
     */
    record Finished(long trials, String reason) implements Ending {
        @Override
        public String description() {
            return "finished: " + reason;
        }
    }

    /**
     * The server told the rig to go safe and leave.
     *
     * @param reason why; only SERVER_STOPPING leaves an experiment that can go on
     * @param detail for people
     */
    record Halted(HaltReason reason, String detail) implements Ending {
        @Override
        public String description() {
            return "halted: " + reason + (detail.isEmpty() ? "" : ": " + detail);
        }
    }

    /** The rig was closed from its own side. */
    record Closed() implements Ending {
        @Override
        public String description() {
            return "closed by the rig";
        }
    }
}
