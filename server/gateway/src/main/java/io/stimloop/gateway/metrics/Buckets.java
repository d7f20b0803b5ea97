package io.stimloop.gateway.metrics;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;

/** Boundaries of the histograms of decision times. */
final class Buckets {
    private static final long[] MICROS = {20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000,
            100_000, 200_000, 500_000, 1_000_000, 5_000_000};

    private Buckets() {}

    /** From 20 microseconds to 5 seconds, with the deadline itself as one boundary. */
    static Duration[] around(Duration deadline) {
        return LongStream
                .concat(Arrays.stream(MICROS).map(micros -> micros * 1_000),
                        LongStream.of(deadline.toNanos()))
                .sorted().distinct().mapToObj(Duration::ofNanos).toArray(Duration[]::new);
    }
}
