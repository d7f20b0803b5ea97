package io.stimloop.rig.client;

import java.time.Duration;

/**
 * How often and how fast to reconnect. The n-th wait is {@code firstDelay * 2^(n-1)}, at most {@code
 * maxDelay}, times a random factor from 0.5 to 1 so that the rigs of a restarted server do not come all at
 * once. Counting starts anew when the server has acknowledged an outcome or sent a heartbeat.
 *
 * @param attempts   connections tried in a row, from 1
 * @param firstDelay above 0
 * @param maxDelay   at least {@code firstDelay}
 * @param seed       of the random factors
 */
public record RetryPolicy(int attempts, Duration firstDelay, Duration maxDelay, long seed) {
    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts: is " + attempts + ", must be 1 or above");
        }
        if (!firstDelay.isPositive() || firstDelay.compareTo(maxDelay) > 0) {
            throw new IllegalArgumentException("firstDelay: is " + firstDelay
                    + ", must be above 0 and at most maxDelay, which is " + maxDelay);
        }
    }

    /** 20 attempts within about one minute. */
    public static RetryPolicy standard(long seed) {
        return new RetryPolicy(20, Duration.ofMillis(50), Duration.ofSeconds(5), seed);
    }
}
