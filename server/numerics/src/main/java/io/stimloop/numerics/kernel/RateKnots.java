package io.stimloop.numerics.kernel;

/**
 * Knots for interpolation over a rate, uniform in the coordinate {@code u = s + ln(s) / 2} with
 * {@code s = sqrt(rate)}. For large rates the probability of a count is, as a function of s, a bump of sd
 * one half whatever the count; for small ones its entropy goes like {@code rate ln(rate)}. In u both are
 * smooth at the same scale, so one step serves all rates.
 *
 * <p>With {@value #STENCIL}-point Lagrange interpolation the probability of a count comes out within 1e-9; the
 * tests of the inference module measure what that makes of the mutual information.
 *
 * @param origin coordinate of knot 0
 * @param step   distance of neighbouring knots in the coordinate
 * @param count  number of knots
 */
public record RateKnots(double origin, double step, int count) {
    /** Points that an interpolation reads. */
    public static final int STENCIL = 8;
    /** Rates below it are treated as equal to it, so that no count is ever impossible. */
    public static final double LOWEST_RATE = 1e-12;

    /** Weight of ln(rate) in the coordinate. */
    static final double LOG_WEIGHT = 0.25;
    /** Knots of a stencil that lie below the interval in which the point lies. */
    static final int BELOW = STENCIL / 2 - 1;

    private static final double STEP = 0.07;
    private static final int NEWTON_STEPS = 50;

    /** Knots for all rates from one to the other, with what the stencils need beyond both ends. */
    public static RateKnots covering(double lowestRate, double highestRate) {
        double first = coordinate(Math.max(lowestRate, LOWEST_RATE));
        double last = coordinate(Math.max(highestRate, LOWEST_RATE));
        int intervals = (int) Math.ceil((last - first) / STEP);
        return new RateKnots(first - (BELOW + 0.5) * STEP, STEP, intervals + STENCIL + 1);
    }

    /** The rate at a knot: Newton's method for {@code exp(y) + y/2 = u} with {@code y = ln(s)}. */
    public double rate(int knot) {
        double u = origin + knot * step;
        double y = u < 0 ? 2 * u : StrictMath.log(u + 1);
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double s = StrictMath.exp(y);
            y -= (s + 2 * LOG_WEIGHT * y - u) / (s + 2 * LOG_WEIGHT);
        }
        return StrictMath.exp(2 * y);
    }

    private static double coordinate(double rate) {
        return Math.sqrt(rate) + LOG_WEIGHT * Elementary.log(rate);
    }
}
