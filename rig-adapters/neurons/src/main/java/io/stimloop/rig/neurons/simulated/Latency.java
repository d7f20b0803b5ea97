package io.stimloop.rig.neurons.simulated;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * How long after the command a response is complete: a fixed part (trial, acquisition, sorting) and an
 * exponential jitter, the simplest delay that is never negative and has a tail.
 *
 * @param fixedNanos      from 0 to one hour
 * @param meanJitterNanos mean of the jitter, from 0 to one hour
 */
public record Latency(long fixedNanos, long meanJitterNanos) {
    /** Answers at once. */
    public static final Latency NONE = new Latency(0, 0);

    private static final long HOUR_NANOS = 3_600_000_000_000L;

    public Latency {
        requireUpToAnHour("latency", fixedNanos);
        requireUpToAnHour("mean jitter", meanJitterNanos);
    }

    long draw(UniformRandomProvider stream) {
        if (meanJitterNanos == 0) {
            return fixedNanos;
        }
        return fixedNanos + (long) ZigguratSampler.Exponential.of(stream, (double) meanJitterNanos).sample();
    }

    private static void requireUpToAnHour(String name, long nanos) {
        Checks.require(nanos >= 0 && nanos <= HOUR_NANOS, name, nanos,
                "from 0 to 3600000000000 ns (one hour)");
    }
}
