package io.stimloop.control.safety;

/** The rules about light. Not thread safe. */
final class LightPart implements Part {
    private final LightOutput output;
    private final OpticalLimits limits;
    private final LightPattern pattern;
    private final TrainLedger trains;
    private final PowerLedger perTarget;
    private final PowerLedger inTotal;
    private final Timing timing = new Timing();

    /** @param capacity of the accounts: most entries within a window */
    LightPart(LightOutput output, OpticalLimits limits, int capacity, DoseReserve reserve) {
        this.output = output;
        this.limits = limits;
        int targets = output.targets();
        pattern = new LightPattern(output, limits);
        trains = new TrainLedger(targets, limits.trains(), capacity);
        perTarget = new PowerLedger(targets, limits.perTarget(), PowerLedger.Rules.OF_A_TARGET, capacity,
                reserve, 0);
        inTotal = new PowerLedger(1, limits.inTotal(), PowerLedger.Rules.OF_ALL, capacity, reserve, targets);
    }

    /** What one of this size needs. */
    static long bytesNeeded(int targets, int capacity) {
        return TrainLedger.bytesNeeded(targets, capacity) + PowerLedger.bytesNeeded(targets, capacity)
                + PowerLedger.bytesNeeded(1, capacity) + (long) targets * Double.BYTES;
    }

    @Override
    public void advance(long nanos) {
        trains.advance(nanos);
        perTarget.advance(nanos);
        inTotal.advance(nanos);
    }

    @Override
    public long reasons(double[] stimulus, long nanos, Judge judge) {
        if (pattern.dark(stimulus)) {
            return 0;
        }
        timing.take(output.train(), stimulus);
        long broken = pattern.negative(stimulus, judge) | trains.reasons(timing, judge);
        if (broken != 0) {
            return broken;
        }
        double totalMw = pattern.totalMw(stimulus);
        int on = pattern.on(stimulus);
        long reasons = pattern.reasons(stimulus, on, totalMw, judge) | tip(stimulus, judge)
                | trains.reasonsOfAll(on, nanos, judge) | perTarget.reasonsOfAll(on, judge)
                | inTotal.reasonsOfAll(1, judge) | inTotal.reasons(0, totalMw, timing, nanos, judge);
        for (int target = 0; target < output.targets(); target++) {
            double powerMw = stimulus[output.dimensions()[target]];
            if (powerMw != 0) {
                reasons |= trains.reasons(target, timing, nanos, judge)
                        | perTarget.reasons(target, powerMw, timing, nanos, judge);
            }
        }
        return reasons;
    }

    @Override
    public void read(long nanos, Meter meter) {
        trains.read(output.targets(), meter);
        perTarget.read(output.targets(), nanos, meter);
        inTotal.read(1, nanos, meter);
    }

    private long tip(double[] stimulus, Judge judge) {
        boolean brief = timing.pulseNanos() <= limits.briefPulse().nanos();
        return pattern.irradiance(stimulus,
                (brief ? limits.maxBriefTip() : limits.maxTip()).mwPerMm2(), judge);
    }

    @Override
    public void commit(double[] stimulus, long nanos) {
        if (pattern.dark(stimulus)) {
            return;
        }
        timing.take(output.train(), stimulus);
        double totalMw = pattern.totalMw(stimulus);
        for (int target = 0; target < output.targets(); target++) {
            double powerMw = stimulus[output.dimensions()[target]];
            if (powerMw != 0) {
                trains.commit(target, timing, nanos);
                perTarget.commit(target, powerMw, timing, nanos);
            }
        }
        inTotal.commit(0, totalMw, timing, nanos);
        pattern.commit(stimulus, totalMw);
    }
}
