package io.stimloop.numerics.special;

/** The logarithm of the gamma function. */
public final class LogGamma {
    private static final double STIRLING_FROM = 16;
    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    /** B_2k / (2k (2k - 1)), highest power first (Abramowitz and Stegun 1964, 6.1.41). */
    private static final double[] STIRLING = {-3617 / 122400.0, 1 / 156.0, -691 / 360360.0, 1 / 1188.0,
            -1 / 1680.0, 1 / 1260.0, -1 / 360.0, 1 / 12.0};

    private LogGamma() {}

    /**
     * ln(Gamma(x)), to about 1e-15 of the larger of 1 and the result: Stirling's series from 16 on, below
     * it by way of {@code Gamma(x + 1) = x Gamma(x)}.
     *
     * @param x above 0
     */
    public static double of(double x) {
        double product = 1;
        double shifted = x;
        while (shifted < STIRLING_FROM) {
            product *= shifted;
            shifted++;
        }
        return stirling(shifted) - StrictMath.log(product);
    }

    /** ln(n!). */
    public static double ofFactorial(double n) {
        return of(n + 1);
    }

    private static double stirling(double x) {
        double inverse = 1 / x;
        double series = 0;
        for (double coefficient : STIRLING) {
            series = series * inverse * inverse + coefficient;
        }
        return (x - 0.5) * StrictMath.log(x) - x + HALF_LOG_TWO_PI + series * inverse;
    }
}
