package io.stimloop.checks.envelope;

import io.stimloop.control.safety.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The pulses of a command by the oracle's own arithmetic, in whole nanoseconds.
 *
 * @param pulse  length of each
 * @param count  how many
 * @param period from one to the next; of a single pulse its length
 * @param rateHz as given
 */
record Pulses(long pulse, long count, long period, double rateHz) {
    private static final double LONGEST = 1e15;

    static Pulses of(long pulse, double count, double rateHz) {
        long whole = (long) Math.floor(count + 0.5);
        return new Pulses(pulse, whole, whole > 1 ? nanos(1e9 / rateHz) : pulse, rateHz);
    }

    /** Rounded to the nearest; what is longer than any limit is as long as that. */
    static long nanos(double nanos) {
        return (long) Math.floor(Math.clamp(nanos, -LONGEST, LONGEST) + 0.5);
    }

    /** From the first to the end of the last. */
    long train() {
        return (count - 1) * period + pulse;
    }

    /** A rate for a time, rounded up. */
    static long amount(double rate, long nanos) {
        double scaled = rate * 1024;
        // Of most rates 1024 times are a small whole number, and then long arithmetic is exact.
        return scaled == Math.rint(scaled) && scaled < 1 << 24 && nanos < 1L << 38
                ? (((long) scaled) * nanos + 1023) >> 10
                : new BigDecimal(rate).multiply(BigDecimal.valueOf(nanos)).setScale(0, RoundingMode.CEILING)
                        .longValueExact();
    }

    /** The rules about a train by itself; whether all are met. */
    boolean judge(Setup setup, Findings findings) {
        boolean lengthMet = pulse >= 1 && pulse / 1e6 <= setup.pulseMs;
        boolean trainMet = train() >= pulse && train() / 1e6 <= setup.trainMs;
        boolean rateMet = count <= 1 || rateHz <= setup.rateHz;
        boolean apart = count <= 1 || period >= pulse;
        findings.require(Rule.PULSE_LENGTH, lengthMet);
        findings.require(Rule.TRAIN_LENGTH, trainMet);
        findings.require(Rule.PULSE_RATE, rateMet);
        findings.require(Rule.PULSE_OVERLAP, apart);
        return lengthMet && trainMet && rateMet && apart;
    }
}
