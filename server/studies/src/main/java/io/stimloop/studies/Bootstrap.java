package io.stimloop.studies;

import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;

/** Confidence intervals by the percentile bootstrap (Efron and Tibshirani 1993, chapter 13), with a fixed seed. */
final class Bootstrap {
    private static final int RESAMPLES = 2000;
    private static final double TAIL = 0.025;

    private Bootstrap() {}

    /** Both ends of the 95% interval of a statistic of these values, at least one. */
    static double[] interval(double[] values, ToDoubleFunction<double[]> statistic) {
        UniformRandomProvider random = Streams.of(values.length, 0, RESAMPLES);
        double[] resampled = new double[values.length];
        double[] statistics = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            for (int i = 0; i < values.length; i++) {
                resampled[i] = values[random.nextInt(values.length)];
            }
            statistics[r] = statistic.applyAsDouble(resampled);
        }
        Arrays.sort(statistics);
        int cut = (int) (TAIL * RESAMPLES);
        return new double[]{statistics[cut], statistics[RESAMPLES - 1 - cut]};
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
