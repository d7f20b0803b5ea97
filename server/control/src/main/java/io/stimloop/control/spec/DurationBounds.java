package io.stimloop.control.spec;

import com.google.protobuf.Duration;
import java.math.BigDecimal;

/** An allowed range of durations, both ends included, in nanoseconds. */
record DurationBounds(long minNanos, long maxNanos) {
    static final long SECOND = 1_000_000_000L;
    static final long HOUR = 3600 * SECOND;
    static final long YEAR = 365 * 24 * HOUR;

    /** Any duration above 0 up to the one given. */
    static DurationBounds upTo(long maxNanos) {
        return new DurationBounds(1, maxNanos);
    }

    /** The duration in nanoseconds; one that is not allowed is reported and the longest is returned. */
    long nanos(Duration duration, Faults at) {
        BigDecimal nanos = BigDecimal.valueOf(duration.getSeconds()).movePointRight(9)
                .add(BigDecimal.valueOf(duration.getNanos()));
        boolean allowed = at.require(isProper(duration),
                "seconds and nanos must have the same sign, nanos below 1e9")
                && at.require(contain(nanos), text(nanos) + " must be " + inWords());
        return allowed ? nanos.longValueExact() : maxNanos;
    }

    private static boolean isProper(Duration duration) {
        int nanos = duration.getNanos();
        return Math.abs((long) nanos) < SECOND
                && Long.signum(duration.getSeconds()) * Integer.signum(nanos) >= 0;
    }

    private boolean contain(BigDecimal nanos) {
        return nanos.compareTo(BigDecimal.valueOf(minNanos)) >= 0
                && nanos.compareTo(BigDecimal.valueOf(maxNanos)) <= 0;
    }

    private String inWords() {
        String max = text(BigDecimal.valueOf(maxNanos));
        return minNanos == 1
                ? "above 0s and at most " + max
                : "from " + text(BigDecimal.valueOf(minNanos)) + " to " + max;
    }

    private static String text(BigDecimal nanos) {
        return nanos.movePointLeft(9).stripTrailingZeros().toPlainString() + "s";
    }
}
