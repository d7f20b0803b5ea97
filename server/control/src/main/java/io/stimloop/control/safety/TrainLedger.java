package io.stimloop.control.safety;

/** The rules about when targets or electrodes are on, and the account that they need. Not thread safe. */
final class TrainLedger {
    /** A nanosecond. */
    private static final double SHORTEST_MS = 1e-6;

    private final TrainLimits limits;
    private final double maxOnNanos;
    private final SlidingSums on;
    private final SlidingSums trains;
    private final long[] freeAtNanos;
    private long busyUntilNanos;

    /**
     * Of a number of sites that were never on.
     *
     * @param capacity of the account: most entries within a window
     */
    TrainLedger(int sites, TrainLimits limits, int capacity) {
        this.limits = limits;
        maxOnNanos = Math.floor(limits.maxDuty() * limits.dutyWindow().nanos());
        on = new SlidingSums(sites, limits.dutyWindow().nanos(), capacity);
        trains = new SlidingSums(sites, Units.NANOS_PER_S, capacity);
        freeAtNanos = new long[sites];
    }

    /** What one of this size needs. */
    static long bytesNeeded(int sites, int capacity) {
        return 2 * SlidingSums.bytesNeeded(sites, capacity) + (long) sites * Long.BYTES;
    }

    void advance(long nanos) {
        on.advance(nanos);
        trains.advance(nanos);
    }

    /** The rules about a train by itself; where one is broken, nothing else can be told of it. */
    long reasons(Timing timing, Judge judge) {
        double pulseMs = timing.pulseNanos() / Units.NANOS_PER_MS;
        double trainMs = timing.trainNanos() / Units.NANOS_PER_MS;
        long reasons = judge.atLeast(Rule.PULSE_LENGTH, -1, pulseMs, SHORTEST_MS)
                | judge.atMost(Rule.PULSE_LENGTH, -1, pulseMs, limits.maxPulse().ms())
                | judge.atLeast(Rule.TRAIN_LENGTH, -1, trainMs, pulseMs)
                | judge.atMost(Rule.TRAIN_LENGTH, -1, trainMs, limits.maxTrain().ms());
        return timing.pulses() > 1
                ? reasons | judge.atMost(Rule.PULSE_RATE, -1, timing.rateHz(), limits.maxPulseRate().hz())
                        | judge.atLeast(Rule.PULSE_OVERLAP, -1, timing.periodNanos() / Units.NANOS_PER_MS,
                                pulseMs)
                : reasons;
    }

    /** Whether anything may begin now, and as many entries as there are sites on fit. */
    long reasonsOfAll(int sitesOn, long nanos, Judge judge) {
        return judge.atMost(Rule.OVERLAP, -1, (busyUntilNanos - nanos) / Units.NANOS_PER_MS, 0)
                | judge.atMost(Rule.LEDGER, -1, on.used() + sitesOn, on.capacity())
                | judge.atMost(Rule.LEDGER, -1, trains.used() + sitesOn, trains.capacity());
    }

    /** The rules about one site that is on. */
    long reasons(int site, Timing timing, long nanos, Judge judge) {
        return judge.atMost(Rule.REFRACTORY, site, (freeAtNanos[site] - nanos) / Units.NANOS_PER_MS, 0)
                | judge.atMost(Rule.RATE, site, (double) trains.sum(site) + 1, limits.maxTrainsPerSecond())
                | judge.atMost(Rule.DUTY, site, (on.sum(site) + timing.onNanos()) / Units.NANOS_PER_MS,
                        maxOnNanos / Units.NANOS_PER_MS);
    }

    /** Tells how long each of the sites was on. */
    void read(int sites, Meter meter) {
        for (int site = 0; site < sites; site++) {
            meter.read(Rule.DUTY, site, on.sum(site) / Units.NANOS_PER_MS, maxOnNanos / Units.NANOS_PER_MS);
        }
    }

    /** A site is on from now on. */
    void commit(int site, Timing timing, long nanos) {
        long endNanos = nanos + timing.trainNanos();
        double rest = Math.max(limits.minRest().nanos(), limits.minRestPerTrain() * timing.trainNanos());
        busyUntilNanos = endNanos;
        freeAtNanos[site] = endNanos + (long) Math.ceil(rest);
        on.add(site, endNanos, timing.onNanos());
        trains.add(site, endNanos, 1);
    }
}
