package io.stimloop.inference.points;

import io.stimloop.numerics.kernel.Elementary;

/**
 * The columns of a model and, behind them, those that follow from them: of a choice the entropy of the response, in
 * nats; of a log-normal value its expectation.
 */
final class PointColumns {
    /** Of the natural logarithm of an expectation: its square is still finite. */
    private static final double MOST_LOG = 300;

    private PointColumns() {}

    /** Number of columns with those that follow. */
    static int count(PointModel model) {
        return switch (model.family()) {
            case COUNT, NORMAL -> model.columns();
            case BINARY, CHOICE, LOG_NORMAL -> model.columns() + 1;
        };
    }

    /**
     * Index of the column that is the expected response. Of a choice between two it is the probability of a 1; of a
     * choice among several the unit tells the alternative.
     */
    static int expected(PointModel model, int unit) {
        return switch (model.family()) {
            case COUNT, NORMAL, BINARY -> 0;
            case LOG_NORMAL -> model.columns();
            case CHOICE -> model.columns() == 2 ? 1 : unit;
        };
    }

    /** Index of the column of entropies, of a choice. */
    static int entropy(PointModel model) {
        return model.columns();
    }

    /** Works all of them out at n points. */
    static void evaluate(PointModel model, double[] stimulus, double[][] parameters, int n, double[][] out) {
        model.evaluate(stimulus, parameters, n, out);
        switch (model.family()) {
            case BINARY -> binaryEntropies(out[0], n, out[1]);
            case CHOICE -> entropies(out, model.columns(), n, out[model.columns()]);
            case LOG_NORMAL -> expectations(out[0], out[1], n, out[2]);
            default -> {
            }
        }
    }

    private static void binaryEntropies(double[] ones, int n, double[] entropies) {
        for (int k = 0; k < n; k++) {
            entropies[k] = surprise(ones[k]) + surprise(1 - ones[k]);
        }
    }

    private static void entropies(double[][] probabilities, int alternatives, int n, double[] entropies) {
        for (int k = 0; k < n; k++) {
            double sum = 0;
            for (int r = 0; r < alternatives; r++) {
                sum += surprise(probabilities[r][k]);
            }
            entropies[k] = sum;
        }
    }

    /** -p ln(p). */
    static double surprise(double p) {
        return p >= Double.MIN_NORMAL ? -p * Elementary.log(p) : 0;
    }

    private static void expectations(double[] logMedians, double[] logSds, int n, double[] out) {
        for (int k = 0; k < n; k++) {
            out[k] = Elementary.exp(Math.min(logMedians[k] + 0.5 * logSds[k] * logSds[k], MOST_LOG));
        }
    }
}
