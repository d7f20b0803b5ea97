package io.stimloop.inference.optogenetic;

import io.stimloop.numerics.kernel.Elementary;

/**
 * How light of power w drives a target: {@code s(w) = w^n / (w^n + half^n)}, from 0 to 1.
 *
 * @param halfPower of half the drive, in mW, above 0
 * @param exponent  n, above 0
 */
public record OpsinCurve(double halfPower, double exponent) {
    private static final double FARTHEST = 300;

    /** The drive of a power; 0 for none and below. */
    public double drive(double power) {
        if (!(power > 0)) {
            return 0;
        }
        double steps = exponent * (Elementary.log(power) - Elementary.log(halfPower));
        return 1 / (1 + Elementary.exp(Math.clamp(-steps, -FARTHEST, FARTHEST)));
    }
}
