package io.stimloop.rig.client;

import java.util.OptionalLong;
import java.util.SplittableRandom;

/** Counts the attempts of a {@link RetryPolicy}. Not thread safe. */
final class Backoff {
    /** Doubling any further would exceed every limit, and in the end overflow. */
    private static final int LARGEST_EXPONENT = 40;

    private final RetryPolicy policy;
    private final SplittableRandom random;
    private int failures;

    Backoff(RetryPolicy policy) {
        this.policy = policy;
        this.random = new SplittableRandom(policy.seed());
    }

    /** Counts a failed attempt. The nanoseconds to wait before the next; empty when it was the last. */
    OptionalLong afterFailure() {
        failures++;
        if (failures >= policy.attempts()) {
            return OptionalLong.empty();
        }
        double doubled = Math.scalb((double) policy.firstDelay().toNanos(),
                Math.min(failures - 1, LARGEST_EXPONENT));
        double limited = Math.min(doubled, (double) policy.maxDelay().toNanos());
        return OptionalLong.of((long) (limited * random.nextDouble(0.5, 1)));
    }

    int failures() {
        return failures;
    }

    void reset() {
        failures = 0;
    }
}
