package io.stimloop.inference.response;

/**
 * The prior densities that a spec can name. Draws and densities use exactly rounded operations and
 * {@link StrictMath} only, so that the same random numbers give the same bits on every machine.
 */
public final class Densities {
    /** Least shape of a gamma and of a beta density: with less, much of the mass is below the least double. */
    public static final double LEAST_SHAPE = 0.1;

    private Densities() {}

    /** Of a parameter that is known. */
    public static Density known(double value) {
        return new KnownDensity(value);
    }

    /**
     * The same density between two ends.
     *
     * @param to above {@code from}
     * @throws IllegalArgumentException naming the argument that is out of its range; so do all methods here
     */
    public static Density uniform(double from, double to) {
        checkEnds(from, to);
        return new UniformDensity(from, to);
    }

    /**
     * The same density of the natural logarithm between two ends.
     *
     * @param from above 0
     * @param to   above {@code from}
     */
    public static Density logUniform(double from, double to) {
        check("from", from, from > 0, "must be above 0");
        checkEnds(from, to);
        return new LogUniformDensity(from, to);
    }

    /** Normal, with sd above 0. */
    public static Density normal(double mean, double sd) {
        check("mean", mean, true, "");
        checkPositive("sd", sd);
        return new NormalDensity(mean, sd);
    }

    /** The upper half of a normal density about 0 that has this sd, above 0. */
    public static Density halfNormal(double sd) {
        checkPositive("sd", sd);
        return new HalfNormalDensity(sd);
    }

    /** The natural logarithm is normal about that of the median, with this sd; both above 0. */
    public static Density logNormal(double median, double logSd) {
        checkPositive("median", median);
        checkPositive("logSd", logSd);
        return new LogNormalDensity(median, logSd);
    }

    /**
     * Proportional to {@code v^(shape - 1) exp(-v / scale)} for v above 0.
     *
     * @param shape at least {@link #LEAST_SHAPE}
     * @param scale above 0
     */
    public static Density gamma(double shape, double scale) {
        check("shape", shape, shape >= LEAST_SHAPE, "must be at least " + LEAST_SHAPE);
        checkPositive("scale", scale);
        return new GammaDensity(shape, scale);
    }

    /** Proportional to {@code v^(a - 1) (1 - v)^(b - 1)} for v between 0 and 1; a and b at least {@link #LEAST_SHAPE}. */
    public static Density beta(double a, double b) {
        check("a", a, a >= LEAST_SHAPE, "must be at least " + LEAST_SHAPE);
        check("b", b, b >= LEAST_SHAPE, "must be at least " + LEAST_SHAPE);
        return new BetaDensity(a, b);
    }

    /**
     * A density cut off at two ends and normalised between them.
     *
     * @param whole any of the others, neither truncated nor periodic
     * @param to    above {@code from}; there must be some mass between the two
     */
    public static Density truncated(Density whole, double from, double to) {
        checkEnds(from, to);
        if (!(whole instanceof Truncatable smooth)) {
            throw new IllegalArgumentException("prior: a truncated or periodic density cannot be cut off");
        }
        double lower = Math.max(from, whole.lower());
        double upper = Math.min(to, whole.upper());
        if (!(lower < upper)) {
            throw new IllegalArgumentException("from: " + from + " to " + to
                    + " holds none of the density, which reaches from " + whole.lower() + " to "
                    + whole.upper());
        }
        return new TruncatedDensity(smooth, lower, upper);
    }

    /**
     * Von Mises, of a parameter that wraps around: proportional to
     * {@code exp(concentration cos(2 pi (v - mean) / period))}.
     *
     * @param period        above 0
     * @param concentration from 0, which is uniform
     */
    public static Density periodic(double period, double mean, double concentration) {
        checkPositive("period", period);
        check("mean", mean, true, "");
        check("concentration", concentration, concentration >= 0, "must be 0 or more");
        return new PeriodicDensity(period, mean, concentration);
    }

    private static void checkEnds(double from, double to) {
        check("from", from, true, "");
        check("to", to, to > from, "must exceed from (" + from + ")");
    }

    private static void checkPositive(String field, double value) {
        check(field, value, value > 0, "must be above 0");
    }

    private static void check(String field, double value, boolean right, String rule) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(field + ": " + value + " must be finite");
        }
        if (!right) {
            throw new IllegalArgumentException(field + ": " + value + " " + rule);
        }
    }
}
