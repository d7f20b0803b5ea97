package io.stimloop.control.safety;

/** When the pulses of one command are, in whole nanoseconds; filled anew for each. Not thread safe. */
final class Timing {
    /** More than any train may be, and a number of them is still a long. */
    private static final double LONGEST_NANOS = 1e15;

    private double rateHz;
    private long pulseNanos;
    private long pulses;
    private long periodNanos;
    private long trainNanos;

    /** Takes the pulses of a command. */
    void take(Train train, double[] stimulus) {
        take(whole(train.pulseMs().of(stimulus) * Units.NANOS_PER_MS), train.pulses(), train.rateHz(),
                stimulus);
    }

    /** Takes pulses of two phases of the same length, in microseconds. */
    void take(Amount phaseUs, Amount pulseCount, Amount rate, double[] stimulus) {
        take(2 * whole(phaseUs.of(stimulus) * Units.NANOS_PER_US), pulseCount, rate, stimulus);
    }

    private void take(long pulse, Amount pulseCount, Amount rate, double[] stimulus) {
        rateHz = rate.of(stimulus);
        pulseNanos = pulse;
        pulses = whole(pulseCount.of(stimulus));
        periodNanos = pulses > 1 ? whole(Units.NANOS_PER_S / rateHz) : pulseNanos;
        trainNanos = whole((pulses - 1) * (double) periodNanos) + pulseNanos;
    }

    private static long whole(double number) {
        return Math.round(Math.min(number, LONGEST_NANOS));
    }

    /** As given. */
    double rateHz() {
        return rateHz;
    }

    /** Of a pulse. */
    long pulseNanos() {
        return pulseNanos;
    }

    /** How many. */
    long pulses() {
        return pulses;
    }

    /** From the beginning of a pulse to that of the next; of a single pulse its length. */
    long periodNanos() {
        return periodNanos;
    }

    /** From the beginning of the first pulse to the end of the last. */
    long trainNanos() {
        return trainNanos;
    }

    /** Of all pulses together. */
    long onNanos() {
        return pulses * pulseNanos;
    }
}
