package io.stimloop.inference.response;

import io.stimloop.numerics.kernel.Elementary;

/** From a number f of any size to an expected count, which is above 0. */
public enum Link {
    /** {@code exp(f)}. */
    EXPONENTIAL {
        @Override
        public double rate(double f) {
            return Elementary.exp(bounded(f));
        }

        @Override
        public double slope(double f) {
            return Elementary.exp(bounded(f));
        }

        @Override
        public double logRate(double f) {
            return bounded(f);
        }

        @Override
        public double inverse(double rate) {
            return Elementary.log(rate);
        }
    },
    /** {@code log(1 + exp(f))}. */
    SOFT_RECTIFIED {
        @Override
        public double rate(double f) {
            if (f > LARGE) {
                return f;
            }
            double e = Elementary.exp(bounded(f));
            // The logarithm of 1 + e would lose the digits of a small e.
            return e < SMALL ? e * (1 - e * (0.5 - e * (1 / 3.0 - e * 0.25))) : Elementary.log(1 + e);
        }

        @Override
        public double slope(double f) {
            return 1 / (1 + Elementary.exp(-bounded(f)));
        }

        @Override
        public double logRate(double f) {
            return f < -LARGE ? bounded(f) : Elementary.log(rate(f));
        }

        @Override
        public double inverse(double rate) {
            return rate > LARGE
                    ? rate
                    : rate < SMALL * SMALL
                            ? Elementary.log(rate)
                            : Elementary.log(StrictMath.expm1(rate));
        }
    };

    private static final double LARGE = 40;
    private static final double SMALL = 1e-4;
    /** Beyond it, exp leaves the range in which its square is a number. */
    private static final double FARTHEST = 300;

    /** The expected count. */
    public abstract double rate(double f);

    /** The derivative of the expected count. */
    public abstract double slope(double f);

    /** The natural logarithm of the expected count. */
    public abstract double logRate(double f);

    /** The f of an expected count. */
    public abstract double inverse(double rate);

    private static double bounded(double f) {
        return Math.clamp(f, -FARTHEST, FARTHEST);
    }
}
