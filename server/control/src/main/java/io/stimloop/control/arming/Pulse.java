package io.stimloop.control.arming;

import java.util.List;

/**
 * Whether every part of a server still answers. Each part is pinged, and pinged again when it has answered; one that has
 * not answered within its time is ill, and as long as one is, no output lives on. To be asked by one thread; no ping
 * waits for its answer.
 */
public final class Pulse {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final List<Watched> parts;

    /** A part that is pinged. */
    public interface Part {
        /** What it is, for people: "the journal". */
        String name();

        /** How long it may take to answer, in nanoseconds, above 0. */
        long limitNanos();

        /**
         * Has the answer run by the part, as soon as its turn comes; must return at once. A part that cannot even be asked
         * throws.
         */
        void ping(Runnable answer);
    }

    /** Of these parts, which are taken to be well. */
    public Pulse(List<Part> parts) {
        this.parts = parts.stream().map(Watched::new).toList();
    }

    /** Pings; says which part is ill, in words. Empty when none is. */
    public String illness(long nowNanos) {
        String illness = "";
        for (Watched part : parts) {
            String found = part.illness(nowNanos);
            illness = illness.isEmpty() ? found : illness;
        }
        return illness;
    }

    private static final class Watched {
        private final Part part;
        private volatile boolean waiting;
        private long pingedNanos;

        Watched(Part part) {
            this.part = part;
        }

        String illness(long nowNanos) {
            if (!waiting) {
                waiting = true;
                pingedNanos = nowNanos;
                try {
                    part.ping(() -> waiting = false);
                } catch (RuntimeException refused) {
                    waiting = false;
                    return part.name() + " does not answer: " + refused.getMessage();
                }
            }
            long silentNanos = nowNanos - pingedNanos;
            return silentNanos <= part.limitNanos()
                    ? ""
                    : part.name() + " has not answered for " + silentNanos / NANOS_PER_MILLI + " ms";
        }
    }
}
