package io.stimloop.control.safety;

import io.stimloop.control.safety.CurrentOutput.Electrode;

/** The rules about current, and the account that they need. Not thread safe. */
final class CurrentPart implements Part {
    private final CurrentOutput output;
    private final ElectricalLimits limits;
    private final Electrode[] electrodes;
    private final PhaseRules phases;
    private final TrainLedger trains;
    private final SlidingSums netCharge;
    private final Timing timing = new Timing();

    /** @param capacity of the accounts: most entries within a window */
    CurrentPart(CurrentOutput output, ElectricalLimits limits, int capacity) {
        this.output = output;
        this.limits = limits;
        electrodes = output.electrodes().toArray(Electrode[]::new);
        phases = new PhaseRules(limits);
        trains = new TrainLedger(electrodes.length, limits.trains(), capacity);
        netCharge = new SlidingSums(electrodes.length, limits.netChargeWindow().nanos(), capacity);
    }

    /** What one of this size needs. */
    static long bytesNeeded(int electrodes, int capacity) {
        return TrainLedger.bytesNeeded(electrodes, capacity) + SlidingSums.bytesNeeded(electrodes, capacity);
    }

    @Override
    public void advance(long nanos) {
        trains.advance(nanos);
        netCharge.advance(nanos);
    }

    @Override
    public long reasons(double[] stimulus, long nanos, Judge judge) {
        int on = on(stimulus);
        if (on == 0) {
            return 0;
        }
        timing.take(output.phaseUs(), output.pulses(), output.rateHz(), stimulus);
        long broken = trains.reasons(timing, judge);
        if (broken != 0) {
            return broken;
        }
        long reasons = trains.reasonsOfAll(on, nanos, judge)
                | judge.atMost(Rule.LEDGER, -1, netCharge.used() + on, netCharge.capacity())
                | judge.atMost(Rule.AT_ONCE, -1, on, limits.maxAtOnce());
        for (int e = 0; e < electrodes.length; e++) {
            if (stimulus[electrodes[e].dimension()] != 0) {
                reasons |= trains.reasons(e, timing, nanos, judge) | reasons(e, stimulus, judge);
            }
        }
        return reasons;
    }

    @Override
    public void read(long nanos, Meter meter) {
        trains.read(electrodes.length, meter);
        for (int e = 0; e < electrodes.length; e++) {
            meter.read(Rule.NET_CHARGE, e, netCharge.sum(e) / Units.FC_PER_NC,
                    limits.maxNetCharge().femtocoulombs() / Units.FC_PER_NC);
        }
    }

    /** The rules about the charge of an electrode that is on. */
    private long reasons(int e, double[] stimulus, Judge judge) {
        double currentUa = Math.abs(stimulus[electrodes[e].dimension()]);
        long charge = charge(e, stimulus);
        long left = left(charge, stimulus);
        double net = netCharge.sum(e) + (double) left * timing.pulses();
        return judge.atMost(Rule.CURRENT, e, currentUa, limits.maxCurrent().ua())
                | phases.reasons(e, charge, electrodes[e].area(), judge)
                | phases.balance(e, charge, left, judge)
                | judge.atMost(Rule.NET_CHARGE, e, net / Units.FC_PER_NC,
                        limits.maxNetCharge().femtocoulombs() / Units.FC_PER_NC);
    }

    /** Of a phase, in femtocoulombs. */
    private long charge(int e, double[] stimulus) {
        return Units.amount(Math.abs(stimulus[electrodes[e].dimension()]), timing.pulseNanos() / 2);
    }

    /** By a pulse, in femtocoulombs, whatever its sign. */
    private long left(long charge, double[] stimulus) {
        return Units.amount(Math.abs(1 - output.recovery().of(stimulus)), charge);
    }

    private int on(double[] stimulus) {
        int on = 0;
        for (Electrode electrode : electrodes) {
            on += stimulus[electrode.dimension()] != 0 ? 1 : 0;
        }
        return on;
    }

    @Override
    public void commit(double[] stimulus, long nanos) {
        if (on(stimulus) == 0) {
            return;
        }
        timing.take(output.phaseUs(), output.pulses(), output.rateHz(), stimulus);
        for (int e = 0; e < electrodes.length; e++) {
            if (stimulus[electrodes[e].dimension()] != 0) {
                trains.commit(e, timing, nanos);
                netCharge.add(e, nanos + timing.trainNanos(),
                        left(charge(e, stimulus), stimulus) * timing.pulses());
            }
        }
    }
}
