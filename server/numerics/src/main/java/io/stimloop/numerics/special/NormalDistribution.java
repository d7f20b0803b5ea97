package io.stimloop.numerics.special;

import io.stimloop.numerics.kernel.Elementary;

/**
 * The standard normal distribution, to about 4e-16 (2 + z^2) of the value in both tails: the rational approximations of Cody
 * (1969, Mathematics of Computation 23, 631) for the error function and its complement.
 */
public final class NormalDistribution {
    private static final double ROOT_HALF = 0.70710678118654752440;
    private static final double INVERSE_ROOT_TWO_PI = 0.39894228040143267794;
    private static final double INVERSE_ROOT_PI = 0.56418958354775628695;
    private static final double CENTRE = 0.46875;
    private static final double FAR = 4;
    /** Beyond it the complement is below the least double. */
    private static final double FARTHEST = 27.3;
    private static final double SIXTEENTHS = 16;

    // Numerators and denominators, highest power first.
    private static final double[] CENTRE_UPPER = {1.85777706184603153e-1, 3.16112374387056560e0,
            1.13864154151050156e2, 3.77485237685302021e2, 3.20937758913846947e3};
    private static final double[] CENTRE_LOWER = {1, 2.36012909523441209e1, 2.44024637934444173e2,
            1.28261652607737228e3, 2.84423683343917062e3};
    private static final double[] MIDDLE_UPPER = {2.15311535474403846e-8, 5.64188496988670089e-1,
            8.88314979438837594e0, 6.61191906371416295e1, 2.98635138197400131e2, 8.81952221241769090e2,
            1.71204761263407058e3, 2.05107837782607147e3, 1.23033935479799725e3};
    private static final double[] MIDDLE_LOWER = {1, 1.57449261107098347e1, 1.17693950891312499e2,
            5.37181101862009858e2, 1.62138957456669019e3, 3.29079923573345963e3, 4.36261909014324716e3,
            3.43936767414372164e3, 1.23033935480374942e3};
    private static final double[] FAR_UPPER = {1.63153871373020978e-2, 3.05326634961232344e-1,
            3.60344899949804439e-1, 1.25781726111229246e-1, 1.60837851487422766e-2, 6.58749161529837803e-4};
    private static final double[] FAR_LOWER = {1, 2.56852019228982242e0, 1.87295284992346725e0,
            5.27905102951428412e-1, 6.05183413124413191e-2, 2.33520497626869185e-3};

    private NormalDistribution() {}

    /** The density. */
    public static double density(double z) {
        return INVERSE_ROOT_TWO_PI * Elementary.exp(-0.5 * z * z);
    }

    /** P(Z at most z). The upper tail is {@code cdf(-z)}, without cancellation. */
    public static double cdf(double z) {
        double x = z * ROOT_HALF;
        double distance = Math.abs(x);
        if (distance <= CENTRE) {
            return 0.5 + 0.5 * x * ratio(CENTRE_UPPER, CENTRE_LOWER, x * x);
        }
        double tail = 0.5 * complement(distance);
        return x < 0 ? tail : 1 - tail;
    }

    /** 1 less the error function, from {@link #CENTRE} on. */
    private static double complement(double x) {
        if (!(x < FARTHEST)) {
            return 0;
        }
        // exp(-x^2) in two factors, so that the square is exact where it is large.
        double coarse = Math.floor(x * SIXTEENTHS) / SIXTEENTHS;
        double decay = Elementary.exp(-coarse * coarse) * Elementary.exp(-(x - coarse) * (x + coarse));
        if (x <= FAR) {
            return decay * ratio(MIDDLE_UPPER, MIDDLE_LOWER, x);
        }
        double inverse = 1 / (x * x);
        return decay * (INVERSE_ROOT_PI - inverse * ratio(FAR_UPPER, FAR_LOWER, inverse)) / x;
    }

    private static double ratio(double[] upper, double[] lower, double x) {
        double numerator = 0;
        for (double coefficient : upper) {
            numerator = numerator * x + coefficient;
        }
        double denominator = 0;
        for (double coefficient : lower) {
            denominator = denominator * x + coefficient;
        }
        return numerator / denominator;
    }
}
