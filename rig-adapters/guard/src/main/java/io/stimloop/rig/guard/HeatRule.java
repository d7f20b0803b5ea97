package io.stimloop.rig.guard;

import java.util.Optional;

/**
 * How warm the tissue may become by the light of some values together, by an estimate with two time constants, followed
 * pulse by pulse: while power P is on, each part approaches its resistance times P, and 0 while it is off.
 */
public final class HeatRule implements Rule {
    private static final double ROUNDING = 1e-6;
    private static final double NANOS_PER_S = 1e9;
    /** Longer trains are not followed and not let out. */
    private static final long MOST_PULSES = 100_000;

    private final int[] places;
    private final Train train;
    private final double maxCelsius;
    private final Part fast;
    private final Part slow;
    private double fastCelsius;
    private double slowCelsius;
    private long sinceNanos;

    /**
     * One of the two parts.
     *
     * @param celsiusPerMw what a milliwatt adds in the end
     * @param seconds      its time constant; 0: it follows at once
     */
    public record Part(double celsiusPerMw, double seconds) {
        double after(double celsius, double powerMw, double duration) {
            double end = celsiusPerMw * powerMw;
            return seconds > 0 ? end + (celsius - end) * Math.exp(-duration / seconds) : end;
        }
    }

    /**
     * Of some values together, which are in mW.
     *
     * @param places     theirs
     * @param maxCelsius above the temperature without light
     */
    public HeatRule(int[] places, Train train, double maxCelsius, Part fast, Part slow) {
        this.places = places.clone();
        this.train = train;
        this.maxCelsius = maxCelsius;
        this.fast = fast;
        this.slow = slow;
    }

    @Override
    public Optional<String> refusal(double[] stimulus, long nowNanos) {
        double power = power(stimulus);
        if (power == 0) {
            return Optional.empty();
        }
        if (train.count(stimulus) > MOST_PULSES) {
            return Optional.of(train.count(stimulus) + " pulses; at most " + MOST_PULSES + " are followed");
        }
        double greatest = new Course(nowNanos).through(stimulus, power);
        return greatest <= maxCelsius * (1 + ROUNDING)
                ? Optional.empty()
                : Optional.of("warmer by " + greatest + " degrees; " + maxCelsius + " may be");
    }

    private double power(double[] stimulus) {
        double power = 0;
        for (int place : places) {
            power += Math.abs(stimulus[place]);
        }
        return power;
    }

    @Override
    public void note(double[] stimulus, long nowNanos) {
        double power = power(stimulus);
        if (power != 0) {
            Course course = new Course(nowNanos);
            var _ = course.through(stimulus, power);
            fastCelsius = course.fastNow;
            slowCelsius = course.slowNow;
            sinceNanos = nowNanos + train.lengthNanos(stimulus);
        }
    }

    /** The temperature in the course of a train. */
    private final class Course {
        private double fastNow;
        private double slowNow;

        /** As it has cooled down by a time. */
        Course(long nowNanos) {
            pass(fastCelsius, slowCelsius, 0, Math.max(0, (nowNanos - sinceNanos) / NANOS_PER_S));
        }

        private void pass(double fastBefore, double slowBefore, double powerMw, double seconds) {
            fastNow = fast.after(fastBefore, powerMw, seconds);
            slowNow = slow.after(slowBefore, powerMw, seconds);
        }

        /** The greatest on the way to the end of the train. */
        double through(double[] stimulus, double powerMw) {
            double greatest = fastNow + slowNow;
            double on = train.pulseSeconds(stimulus);
            long pulses = train.count(stimulus);
            double off = pulses > 1 ? train.periodSeconds(stimulus) - on : 0;
            for (long pulse = 1; pulse <= pulses; pulse++) {
                pass(fastNow, slowNow, powerMw, on);
                greatest = Math.max(greatest, fastNow + slowNow);
                if (pulse < pulses) {
                    pass(fastNow, slowNow, 0, off);
                }
            }
            return greatest;
        }
    }
}
