package io.stimloop.numerics.kernel;

/**
 * The exponential and the logarithm in exactly rounded operations only (+ - * / fma), so that they give the
 * same bits on every machine. {@code Math.exp} and {@code Math.log} do not promise that.
 */
public final class Elementary {
    /** Adding and subtracting it rounds a double below 2^51 to the nearest integer. */
    static final double ROUNDER = 0x1.8p52;

    static final double EXP_LOWEST = -750;
    static final double EXP_HIGHEST = 710;
    static final double LOG2_E = 0x1.71547652b82fep0;
    static final double LN2 = 0x1.62e42fefa39efp-1;
    static final double LN2_REST = 0x1.abc9e3b39803fp-56;
    static final int EXPONENT_BIAS = 1023;
    static final int MANTISSA_BITS = 52;

    // Coefficients stand one by one, not in arrays: only then does the compiler keep them in registers.

    /** 1/2! to 1/13!: for |r| below ln(2)/2 the rest of the series is below 2^-57. */
    static final double EXP_2 = 1 / 2.0;
    static final double EXP_3 = 1 / 6.0;
    static final double EXP_4 = 1 / 24.0;
    static final double EXP_5 = 1 / 120.0;
    static final double EXP_6 = 1 / 720.0;
    static final double EXP_7 = 1 / 5040.0;
    static final double EXP_8 = 1 / 40320.0;
    static final double EXP_9 = 1 / 362880.0;
    static final double EXP_10 = 1 / 3628800.0;
    static final double EXP_11 = 1 / 39916800.0;
    static final double EXP_12 = 1 / 479001600.0;
    static final double EXP_13 = 1 / 6227020800.0;

    /** Added to the bits of x, it carries into the exponent where the mantissa is at least sqrt(2). */
    static final long ABOVE_ROOT_TWO = 0x3ff0000000000000L - 0x3fe6a09e667f3bcdL;
    static final long EXPONENT_MASK = 0xfff0000000000000L;
    static final long ONE_BITS = 0x3ff0000000000000L;
    /** The bits of 2^52: an integer below it, or-ed into them, is the mantissa of 2^52 plus that integer. */
    static final long INTEGER_BITS = 0x4330000000000000L;
    static final double INTEGER_OFFSET = 0x1p52 + EXPONENT_BIAS;
    static final double LN2_SHORT = 6.93147180369123816490e-01;
    static final double LN2_SHORT_REST = 1.90821492927058770002e-10;

    /** The minimax coefficients of fdlibm's {@code e_log.c}, lowest power first. */
    static final double LOG_1 = 6.666666666666735130e-01;
    static final double LOG_2 = 3.999999999940941908e-01;
    static final double LOG_3 = 2.857142874366239149e-01;
    static final double LOG_4 = 2.222219843214978396e-01;
    static final double LOG_5 = 1.818357216161805012e-01;
    static final double LOG_6 = 1.531383769920937332e-01;
    static final double LOG_7 = 1.479819860511658591e-01;

    private Elementary() {}

    /**
     * e to the x, within 1 ulp: x = k ln(2) + r, the series for r, scaled by 2^k in two steps so that
     * results below the normal range are rounded once.
     *
     * @param x any; minus infinity gives 0
     */
    public static double exp(double x) {
        double bounded = atMost(atLeast(x, EXP_LOWEST), EXP_HIGHEST);
        double k = Math.fma(bounded, LOG2_E, ROUNDER) - ROUNDER;
        double r = Math.fma(k, -LN2_REST, Math.fma(k, -LN2, bounded));
        double half = (k * 0.5 + ROUNDER) - ROUNDER;
        return expSeries(r) * powerOfTwo(half) * powerOfTwo(k - half);
    }

    /** The greater of the two; unlike {@code Math.max}, one comparison. */
    static double atLeast(double x, double bound) {
        return x < bound ? bound : x;
    }

    /** The smaller of the two. */
    static double atMost(double x, double bound) {
        return x > bound ? bound : x;
    }

    private static double expSeries(double r) {
        double sum = Math.fma(EXP_13, r, EXP_12);
        sum = Math.fma(sum, r, EXP_11);
        sum = Math.fma(sum, r, EXP_10);
        sum = Math.fma(sum, r, EXP_9);
        sum = Math.fma(sum, r, EXP_8);
        sum = Math.fma(sum, r, EXP_7);
        sum = Math.fma(sum, r, EXP_6);
        sum = Math.fma(sum, r, EXP_5);
        sum = Math.fma(sum, r, EXP_4);
        sum = Math.fma(sum, r, EXP_3);
        sum = Math.fma(sum, r, EXP_2);
        return Math.fma(Math.fma(sum, r, 1), r, 1);
    }

    private static double powerOfTwo(double integer) {
        long biased = Double.doubleToRawLongBits(integer + (ROUNDER + EXPONENT_BIAS));
        return Double.longBitsToDouble(biased << MANTISSA_BITS);
    }

    /**
     * The natural logarithm, within 1 ulp: x = 2^e m with m in [sqrt(1/2), sqrt(2)), and for m the
     * approximation of fdlibm's {@code e_log.c}.
     *
     * @param x positive, normal and finite; other values give no meaningful result
     */
    public static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long carried = bits + ABOVE_ROOT_TWO;
        double e = Double.longBitsToDouble((carried >>> MANTISSA_BITS) | INTEGER_BITS) - INTEGER_OFFSET;
        double f = Double.longBitsToDouble(bits - (carried & EXPONENT_MASK) + ONE_BITS) - 1;
        double s = f / (f + 2);
        double z = s * s;
        double bent = Math.fma(s, Math.fma(-z, logSeries(z), f), e * -LN2_SHORT_REST);
        return Math.fma(e, LN2_SHORT, f - bent);
    }

    private static double logSeries(double z) {
        double sum = Math.fma(LOG_7, z, LOG_6);
        sum = Math.fma(sum, z, LOG_5);
        sum = Math.fma(sum, z, LOG_4);
        sum = Math.fma(sum, z, LOG_3);
        sum = Math.fma(sum, z, LOG_2);
        return Math.fma(sum, z, LOG_1);
    }
}
