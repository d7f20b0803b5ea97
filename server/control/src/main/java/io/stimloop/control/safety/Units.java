package io.stimloop.control.safety;

/**
 * Quantities of limits: a number and its unit in one type, so that no power is taken for an energy and no millisecond
 * for a second. Energies are accounted in whole picojoules (a milliwatt for a nanosecond) and charges in whole
 * femtocoulombs (a microampere for a nanosecond), so that sums are exact.
 */
public final class Units {
    /** Picojoules in a millijoule; femtocoulombs in a microcoulomb. */
    static final double PJ_PER_MJ = 1e9;
    static final double FC_PER_NC = 1e6;
    static final double FC_PER_UC = 1e9;
    static final double NANOS_PER_MS = 1e6;
    static final double NANOS_PER_US = 1e3;
    static final double NANOS_PER_S = 1e9;
    /** Beyond every sum that is accounted, and twice of it is still a long. */
    private static final long BEYOND = 1L << 61;

    private Units() {}

    /** @param mw milliwatts */
    public record Power(double mw) {}

    /** @param mj millijoules */
    public record Energy(double mj) {
        /** In picojoules, rounded down. */
        public double picojoules() {
            return Math.floor(mj * PJ_PER_MJ);
        }
    }

    /** @param mwPerMm2 milliwatts per square millimetre */
    public record Irradiance(double mwPerMm2) {}

    /** @param um micrometres */
    public record Length(double um) {}

    /** @param um2 square micrometres */
    public record Area(double um2) {}

    /** @param celsius degrees of a difference */
    public record Warming(double celsius) {}

    /** @param celsiusPerMw degrees per milliwatt that stays on */
    public record HeatResistance(double celsiusPerMw) {}

    /** @param hz per second */
    public record Frequency(double hz) {}

    /** @param ua microamperes */
    public record Current(double ua) {}

    /** @param nc nanocoulombs */
    public record Charge(double nc) {
        /** In femtocoulombs, rounded down. */
        public double femtocoulombs() {
            return Math.floor(nc * FC_PER_NC);
        }
    }

    /** @param ucPerCm2 microcoulombs per square centimetre */
    public record ChargeDensity(double ucPerCm2) {}

    /** @param nanos nanoseconds */
    public record Span(double nanos) {
        /** Of milliseconds. */
        public static Span ofMillis(double ms) {
            return new Span(ms * NANOS_PER_MS);
        }

        /** Of seconds. */
        public static Span ofSeconds(double s) {
            return new Span(s * NANOS_PER_S);
        }

        /** In milliseconds. */
        double ms() {
            return nanos / NANOS_PER_MS;
        }

        /** In seconds. */
        double seconds() {
            return nanos / NANOS_PER_S;
        }
    }

    /**
     * A rate for a time, rounded up to a whole number: exactly, not of the rounded product.
     *
     * @param rate  milliwatts or microamperes, from 0
     * @param nanos from 0
     * @return picojoules or femtocoulombs; far beyond every limit where it would not fit
     */
    static long amount(double rate, long nanos) {
        double product = rate * nanos;
        if (!(product < BEYOND)) {
            return BEYOND;
        }
        double whole = Math.ceil(product);
        // The part of the product that rounding lost decides whether a whole number was exceeded.
        boolean exceeded = whole == product && Math.fma(rate, (double) nanos, -product) > 0;
        return (long) whole + (exceeded ? 1 : 0);
    }
}
