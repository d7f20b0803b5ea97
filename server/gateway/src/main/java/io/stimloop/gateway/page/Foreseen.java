package io.stimloop.gateway.page;

import io.stimloop.planning.decision.Foresight;

/** How well responses were prepared for. Not thread safe. */
final class Foreseen {
    private static final double NANOS_PER_MS = 1e6;

    private long of;
    private long foreseen;
    private double mass;
    private long savedNanos;

    /**
     * As the page has it.
     *
     * @param foreseen    decisions that were ready
     * @param of          responses that were prepared for
     * @param coveredMass mean probability, before they came, of all responses whose decisions were ready
     * @param savedMs     mean time that was saved, of those foreseen
     */
    record Shown(long foreseen, long of, double coveredMass, double savedMs) {}

    void add(Foresight foresight) {
        of++;
        mass += foresight.mass();
        if (foresight.foreseen()) {
            foreseen++;
            savedNanos += foresight.savedNanos();
        }
    }

    Shown shown() {
        return new Shown(foreseen, of, of == 0 ? Double.NaN : mass / of,
                foreseen == 0 ? Double.NaN : savedNanos / NANOS_PER_MS / foreseen);
    }
}
