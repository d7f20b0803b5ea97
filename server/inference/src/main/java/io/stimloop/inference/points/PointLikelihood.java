package io.stimloop.inference.points;

import io.stimloop.inference.response.CountNoise;
import io.stimloop.numerics.kernel.Elementary;
import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.kernel.RateKnots;
import java.util.Arrays;

/**
 * The log likelihood of a response at every point. Finite whatever was observed: probabilities are floored at 1e-300,
 * rates at 1e-12, and a value is at most 1e15 sd off. Has working memory; not thread safe.
 */
public final class PointLikelihood {
    private static final double LEAST_PROBABILITY = 1e-300;
    private static final double MOST_SQUARED_SD = 1e30;
    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    private final PointFamily family;
    private final int alternatives;
    private final double[] spreads;

    /** For so many points at most. */
    public PointLikelihood(PointModel model, int size) {
        this.family = model.family();
        this.alternatives = model.columns();
        this.spreads = new double[family == PointFamily.COUNT ? size : 0];
    }

    /** Bytes of the working memory. */
    public static long bytes(PointModel model, int size) {
        return model.family() == PointFamily.COUNT ? (long) Double.BYTES * size : 0;
    }

    /**
     * Works out the log likelihoods with all their constants, so that they can be compared between stimuli.
     *
     * @param response a count, a choice or a value, as the family says
     * @param columns  of the model at the stimulus; not modified
     * @param n        how many points
     * @param out      receives them
     * @throws IllegalArgumentException when the family has no such response
     */
    public void logLikelihoods(double response, double[][] columns, int n, double[] out) {
        switch (family) {
            case COUNT -> count(whole(response, Integer.MAX_VALUE), columns, n, out);
            case BINARY -> binary(whole(response, 1), columns[0], n, out);
            case CHOICE -> logs(columns[whole(response, alternatives - 1)], n, out);
            case NORMAL -> normal(finite(response), 0, columns, n, out);
            case LOG_NORMAL -> logNormal(finite(response), columns, n, out);
        }
    }

    private static int whole(double response, int most) {
        int number = (int) response;
        if (!(response >= 0) || response > most || number != response) {
            throw new IllegalArgumentException(
                    "response[0]: " + response + " must be a whole number from 0 to " + most);
        }
        return number;
    }

    private static double finite(double response) {
        if (!Double.isFinite(response)) {
            throw new IllegalArgumentException("response[0]: " + response + " must be finite");
        }
        return response;
    }

    private static void binary(int choice, double[] ones, int n, double[] out) {
        if (choice == 1) {
            logs(ones, n, out);
        } else {
            for (int k = 0; k < n; k++) {
                out[k] = Math.max(1 - ones[k], LEAST_PROBABILITY);
            }
            Kernels.ARRAYS.logarithms(out, n, out);
        }
    }

    private static void logs(double[] probabilities, int n, double[] out) {
        for (int k = 0; k < n; k++) {
            out[k] = Math.max(probabilities[k], LEAST_PROBABILITY);
        }
        Kernels.ARRAYS.logarithms(out, n, out);
    }

    private void count(int count, double[][] columns, int n, double[] out) {
        double[] rates = columns[0];
        double[] dispersions = columns[1];
        for (int k = 0; k < n; k++) {
            out[k] = Math.max(rates[k], RateKnots.LOWEST_RATE);
            spreads[k] = Math.fma(dispersions[k], out[k], 1);
        }
        Kernels.ARRAYS.logarithms(out, n, out);
        Kernels.ARRAYS.logarithms(spreads, n, spreads);
        double known = Double.NaN;
        double constant = 0;
        for (int k = 0; k < n; k++) {
            if (dispersions[k] != known) {
                known = dispersions[k];
                constant = new CountNoise(known).logConstant(count);
            }
            double rate = Math.max(rates[k], RateKnots.LOWEST_RATE);
            double spread = known == 0 ? rate : (count + 1 / known) * log1p(known * rate, spreads[k]);
            out[k] = Math.fma(count, out[k], -spread) + constant;
        }
    }

    /** ln(1 + x) from ln of the rounded sum, without its rounding (Kahan; Goldberg 1991, theorem 4). */
    private static double log1p(double x, double logOfSum) {
        double added = (1 + x) - 1;
        return added == 0 ? x : logOfSum * (x / added);
    }

    private static void normal(double value, double shift, double[][] columns, int n, double[] out) {
        Kernels.ARRAYS.logarithms(columns[1], n, out);
        for (int k = 0; k < n; k++) {
            double z = (value - columns[0][k]) / columns[1][k];
            out[k] = -0.5 * Math.min(z * z, MOST_SQUARED_SD) - out[k] - HALF_LOG_TWO_PI - shift;
        }
    }

    private static void logNormal(double value, double[][] columns, int n, double[] out) {
        if (value > 0) {
            double log = Elementary.log(Math.max(value, Double.MIN_NORMAL));
            normal(log, log, columns, n, out);
        } else {
            Arrays.fill(out, 0, n, -0.5 * MOST_SQUARED_SD);
        }
    }
}
