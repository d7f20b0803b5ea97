package io.stimloop.inference.map;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The prior of f: a Gaussian process with a constant mean. Its covariance is a squared-exponential one over the
 * stimulus, on the circle where a dimension is periodic (MacKay 1998, Introduction to Gaussian processes, eq. 47), plus
 * parts that may be 0.
 *
 * @param mean                prior mean of f
 * @param meanVariance        prior variance of the mean itself, from 0: a part that all stimuli share
 * @param variance            of the smooth part, above 0
 * @param lengths             by dimension, in its unit, above 0; not to be modified
 * @param halfTurnVariance    from 0: of a smooth part that repeats after half a turn of the one periodic dimension
 * @param halfTurnLength      of that part, in the dimension's unit, above 0
 * @param independentVariance from 0: of a part that no two stimuli share
 */
public record MapKernel(double mean, double meanVariance, double variance, double[] lengths,
        double halfTurnVariance, double halfTurnLength, double independentVariance) {
    /** The smooth part only. */
    public static MapKernel smooth(double mean, double variance, double... lengths) {
        return new MapKernel(mean, 0, variance, lengths, 0, lengths[0], 0);
    }

    /** Prior variance of f at any one stimulus. */
    public double totalVariance() {
        return meanVariance + variance + halfTurnVariance + independentVariance;
    }

    /** As in "mean 1.2, variance 0.8, length 12.1". */
    public String description() {
        String words = "mean " + rounded(mean) + ", variance " + rounded(variance) + ", length "
                + Arrays.stream(lengths).mapToObj(MapKernel::rounded).collect(Collectors.joining(" x "));
        return halfTurnVariance == 0 ? words : words + ", half-turn variance " + rounded(halfTurnVariance);
    }

    static String rounded(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
