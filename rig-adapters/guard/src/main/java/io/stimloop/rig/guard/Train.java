package io.stimloop.rig.guard;

import java.util.function.ToDoubleFunction;

/**
 * What a command makes of its values: one train of pulses of the same length at one rate.
 *
 * @param pulseMs length of a pulse, by the stimulus
 * @param pulses  how many
 * @param rateHz  how many in a second; only asked where there are several
 */
public record Train(ToDoubleFunction<double[]> pulseMs, ToDoubleFunction<double[]> pulses,
        ToDoubleFunction<double[]> rateHz) {
    private static final double MS_PER_S = 1e3;
    private static final double NANOS_PER_S = 1e9;

    /** One pulse, as long for every command. */
    public static Train onePulse(double ms) {
        return new Train(stimulus -> ms, stimulus -> 1, stimulus -> 0);
    }

    /** How many pulses, at least one. */
    long count(double[] stimulus) {
        return Math.max(1, Math.round(pulses.applyAsDouble(stimulus)));
    }

    double pulseSeconds(double[] stimulus) {
        return pulseMs.applyAsDouble(stimulus) / MS_PER_S;
    }

    /** From the beginning of a pulse to that of the next, where there are several. */
    double periodSeconds(double[] stimulus) {
        return 1 / rateHz.applyAsDouble(stimulus);
    }

    /** How long it is on in all, in s. */
    double onSeconds(double[] stimulus) {
        return count(stimulus) * pulseSeconds(stimulus);
    }

    /** From the beginning of the first pulse to the end of the last, in s. */
    double lengthSeconds(double[] stimulus) {
        long more = count(stimulus) - 1;
        return pulseSeconds(stimulus) + (more == 0 ? 0 : more * periodSeconds(stimulus));
    }

    long lengthNanos(double[] stimulus) {
        return (long) (lengthSeconds(stimulus) * NANOS_PER_S);
    }
}
