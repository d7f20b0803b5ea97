package io.stimloop.control.safety;

/** The rules about the energy and the warmth that light brings to sites, and the account they need. Not thread safe. */
final class PowerLedger {
    private final PowerLimits limits;
    private final Rules rules;
    private final SlidingSums energy;
    private final Dose dose;
    private final HeatPole fast;
    private final HeatPole slow;

    /** Under which names the limits are held. */
    record Rules(Rule window, Rule experiment, Rule heating) {
        static final Rules OF_A_TARGET = new Rules(Rule.WINDOW_ENERGY, Rule.EXPERIMENT_ENERGY, Rule.HEATING);
        static final Rules OF_ALL = new Rules(Rule.TOTAL_WINDOW_ENERGY, Rule.TOTAL_EXPERIMENT_ENERGY,
                Rule.TOTAL_HEATING);
    }

    /**
     * Of sites that got nothing yet.
     *
     * @param capacity  of the account: most entries within a window
     * @param reserve   of the dose
     * @param firstSite of these sites, in the order of the reserve
     */
    PowerLedger(int sites, PowerLimits limits, Rules rules, int capacity, DoseReserve reserve,
            int firstSite) {
        this.limits = limits;
        this.rules = rules;
        energy = new SlidingSums(sites, limits.window().nanos(), capacity);
        dose = new Dose(sites, limits, rules.experiment(), reserve, firstSite);
        HeatLimits heating = limits.heating();
        fast = new HeatPole(sites, heating.fast().celsiusPerMw(), heating.fastTime().nanos());
        slow = new HeatPole(sites, heating.slow().celsiusPerMw(), heating.slowTime().nanos());
    }

    /** What one of this size needs. */
    static long bytesNeeded(int sites, int capacity) {
        return SlidingSums.bytesNeeded(sites, capacity) + (long) sites * (Double.BYTES + 4 * Long.BYTES);
    }

    void advance(long nanos) {
        energy.advance(nanos);
    }

    /** Whether as many entries as there are sites on fit. */
    long reasonsOfAll(int sitesOn, Judge judge) {
        return judge.atMost(Rule.LEDGER, -1, energy.used() + sitesOn, energy.capacity());
    }

    /** The rules about one site that is on. */
    long reasons(int site, double powerMw, Timing timing, long nanos, Judge judge) {
        long picojoules = Units.amount(powerMw, timing.onNanos());
        double window = (energy.sum(site) + picojoules) / Units.PJ_PER_MJ;
        double rise = fast.greatest(site, powerMw, timing, nanos)
                + slow.greatest(site, powerMw, timing, nanos);
        return judge.atMost(rules.window(), site, window,
                limits.maxWindowEnergy().picojoules() / Units.PJ_PER_MJ)
                | dose.reasons(site, picojoules, judge)
                | judge.atMost(rules.heating(), site, rise, limits.heating().maxRise().celsius());
    }

    /** Tells what each of the sites got, and how warm it is. */
    void read(int sites, long nanos, Meter meter) {
        for (int site = 0; site < sites; site++) {
            meter.read(rules.window(), site, energy.sum(site) / Units.PJ_PER_MJ,
                    limits.maxWindowEnergy().picojoules() / Units.PJ_PER_MJ);
            dose.read(site, meter);
            meter.read(rules.heating(), site, fast.now(site, nanos) + slow.now(site, nanos),
                    limits.heating().maxRise().celsius());
        }
    }

    /** A site is on from now on. */
    void commit(int site, double powerMw, Timing timing, long nanos) {
        long picojoules = Units.amount(powerMw, timing.onNanos());
        energy.add(site, nanos + timing.trainNanos(), picojoules);
        dose.commit(site, picojoules);
        fast.commit(site, powerMw, timing, nanos);
        slow.commit(site, powerMw, timing, nanos);
    }
}
