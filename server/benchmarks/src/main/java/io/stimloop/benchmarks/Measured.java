package io.stimloop.benchmarks;

import java.util.Arrays;
import java.util.List;

/**
 * What a benchmark of trials prints: one case per size of problem.
 *
 * @param cases in the order measured
 */
record Measured(List<Case> cases) {
    private static final double NANOS_PER_MICRO = 1e3;

    /**
     * A case.
     *
     * @param name           what was measured
     * @param medianMicros   of a trial: the update and the choice
     * @param p99Micros      likewise
     * @param baselineMicros of a trial done the plain way in the same run, median
     * @param bytesPerTrial  garbage of the thread that learns and chooses
     */
    record Case(String name, double medianMicros, double p99Micros, double baselineMicros,
            double bytesPerTrial) {
        /** From single measurements. */
        static Case of(String name, long[] nanos, long[] baselineNanos, double bytesPerTrial) {
            return new Case(name, quantile(nanos, 0.5), quantile(nanos, 0.99), quantile(baselineNanos, 0.5),
                    bytesPerTrial);
        }

        private static double quantile(long[] nanos, double probability) {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return sorted[(int) Math.min(sorted.length - 1, (long) (probability * sorted.length))]
                    / NANOS_PER_MICRO;
        }
    }
}
