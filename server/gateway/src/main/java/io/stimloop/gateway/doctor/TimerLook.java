package io.stimloop.gateway.doctor;

import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** How late a thread wakes that sleeps for a millisecond: leases and pauses depend on it. */
final class TimerLook {
    private static final int SLEEPS = 500;
    private static final long SLEEP_NANOS = 1_000_000;
    private static final long LATE_NANOS = 5_000_000;
    private static final double NANOS_PER_MICRO = 1e3;

    private TimerLook() {}

    static Finding finding() {
        Histogram late = new Histogram(3);
        for (int i = 0; i < SLEEPS; i++) {
            long due = System.nanoTime() + SLEEP_NANOS;
            LockSupport.parkNanos(SLEEP_NANOS);
            late.recordValue(Math.max(0, System.nanoTime() - due));
        }
        return judged(late);
    }

    static Finding judged(Histogram late) {
        String detail = String.format(Locale.ROOT,
                "sleeps of 1 ms are late by %.0f us at the median, %.0f at p99, %.0f at most",
                late.getValueAtPercentile(50) / NANOS_PER_MICRO,
                late.getValueAtPercentile(99) / NANOS_PER_MICRO, late.getMaxValue() / NANOS_PER_MICRO);
        return late.getValueAtPercentile(99) < LATE_NANOS
                ? Finding.ok("timer", detail)
                : Finding.warning("timer", detail
                        + "; leases of 50 ms may run out by themselves: is the machine busy, or virtual?");
    }
}
