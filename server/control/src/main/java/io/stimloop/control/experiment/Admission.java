package io.stimloop.control.experiment;

import io.stimloop.control.spec.ResolvedSpec;
import java.util.Collection;
import java.util.Locale;

/**
 * To how many experiments deadlines can be promised.
 *
 * @param processors that there are, from 1
 */
record Admission(int processors) {
    /** Of the processors' time; the rest is for the transport, displays and the machine. */
    private static final double PROMISED = 0.8;
    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * Checks whether every deadline is kept with one more experiment, by the density bound of Goossens, Funk and Baruah
     * (2003, Real-Time Systems 25, theorem 5): with the earliest deadline first on m processors it is where the densities
     * sum to at most m - (m - 1) times the greatest.
     *
     * @param open loads of the experiments that are promised theirs
     * @throws Refused if it is not, and the experiment wants a promise
     */
    void require(Collection<Load> open, Load more) {
        double sum = more.density();
        double greatest = more.density();
        int promised = 0;
        for (Load load : open) {
            sum += load.density();
            greatest = Math.max(greatest, load.density());
            promised += load.bestEffort() ? 0 : 1;
        }
        double most = PROMISED * (processors - (processors - 1) * Math.min(1, greatest));
        if (promised > 0 && !more.bestEffort() && sum > most) {
            throw Refused.of(Refused.Kind.EXHAUSTED, "spec.planner",
                    String.format(Locale.ROOT,
                            "this experiment needs %.2f ms of a processor within every %.2f"
                                    + " ms; with the %d open experiments that were promised their deadlines that makes %.2f"
                                    + " processors, and the server can promise %.2f of its %d; allow a longer deadline or"
                                    + " shortestTrial, finish an experiment, or set bestEffort",
                            more.demandNanos() / NANOS_PER_MILLI, more.windowNanos() / NANOS_PER_MILLI,
                            promised,
                            sum, most, processors));
        }
    }

    /** What an experiment asks for that needs so long for a trial at least. */
    static Load load(ResolvedSpec spec, long floorNanos) {
        return new Load(floorNanos,
                Math.min(spec.planner().deadlineNanos(), spec.planner().load().periodNanos()),
                spec.planner().load().bestEffort());
    }
}
