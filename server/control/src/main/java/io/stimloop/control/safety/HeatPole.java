package io.stimloop.control.safety;

import io.stimloop.numerics.kernel.Elementary;

/**
 * One time constant of the estimated warming at a number of sites: a leaky integrator, exact at the times of events
 * without a step of time. While light of power P is on it approaches {@code R P}, and 0 while it is off. Not thread safe.
 */
final class HeatPole {
    private final double celsiusPerMw;
    private final double tauNanos;
    private final double[] warmth;
    private final long[] sinceNanos;

    HeatPole(int sites, double celsiusPerMw, double tauNanos) {
        this.celsiusPerMw = celsiusPerMw;
        this.tauNanos = tauNanos;
        warmth = new double[sites];
        sinceNanos = new long[sites];
    }

    /**
     * The greatest value from now to the end of a train. Those at the ends of its pulses rise or fall all the way, and
     * those at their beginnings are below the first or the end before; so three values tell.
     *
     * @param nanos when the train begins
     */
    double greatest(int site, double powerMw, Timing timing, long nanos) {
        double now = now(site, nanos);
        double first = afterFirst(now, powerMw, timing);
        return Math.max(now, Math.max(first, afterLast(first, powerMw, timing)));
    }

    /** A train begins. */
    void commit(int site, double powerMw, Timing timing, long nanos) {
        warmth[site] = afterLast(afterFirst(now(site, nanos), powerMw, timing), powerMw, timing);
        sinceNanos[site] = nanos + timing.trainNanos();
    }

    /** Above where it began. */
    double now(int site, long nanos) {
        return warmth[site] == 0 ? 0 : warmth[site] * left(nanos - sinceNanos[site]);
    }

    private double afterFirst(double before, double powerMw, Timing timing) {
        double left = left(timing.pulseNanos());
        return before * left + celsiusPerMw * powerMw * (1 - left);
    }

    /** Each pulse leaves a fixed part of what was there and adds the same: a geometric series. */
    private double afterLast(double first, double powerMw, Timing timing) {
        if (timing.pulses() == 1) {
            return first;
        }
        double added = celsiusPerMw * powerMw * (1 - left(timing.pulseNanos()));
        double leftByOne = left(timing.periodNanos());
        double leftByAll = left((timing.pulses() - 1) * timing.periodNanos());
        return first * leftByAll + added * (1 - leftByAll) / (1 - leftByOne);
    }

    private double left(long nanos) {
        return Elementary.exp(-(double) nanos / tauNanos);
    }
}
