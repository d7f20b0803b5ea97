package io.stimloop.inference.points;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The plain way to the answers: the likelihood of every response at every point, responses one by one, or values on
 * a fine grid.
 */
final class BrutePoints {
    private static final int COUNTS = 400;
    private static final int VALUES = 40_001;
    private static final double LOWEST = -15;
    private static final double STEP = 30.0 / (VALUES - 1);

    private final WeightedPoints points;
    private final double[][] likelihoods;

    /** @param stimulus whose response is predicted */
    BrutePoints(PointModel model, WeightedPoints points, double[] stimulus) {
        this.points = points;
        int n = points.size();
        double[][] columns = new double[model.columns()][n];
        model.evaluate(stimulus, points.parameters(), n, columns);
        PointLikelihood likelihood = new PointLikelihood(model, n);
        int responses = switch (model.family()) {
            case BINARY -> 2;
            case CHOICE -> model.columns();
            case COUNT -> COUNTS;
            default -> VALUES;
        };
        this.likelihoods = new double[responses][n];
        for (int r = 0; r < responses; r++) {
            double[] logs = likelihoods[r];
            switch (model.family()) {
                case BINARY, CHOICE, COUNT -> likelihood.logLikelihoods(r, columns, n, logs);
                case NORMAL -> likelihood.logLikelihoods(LOWEST + r * STEP, columns, n, logs);
                case LOG_NORMAL -> {
                    double log = LOWEST + r * STEP;
                    likelihood.logLikelihoods(Math.exp(log), columns, n, logs);
                    Arrays.setAll(logs, k -> logs[k] + log);
                }
            }
            double cell = responses == VALUES ? STEP : 1;
            Arrays.setAll(logs, k -> Math.exp(logs[k]) * cell);
        }
    }

    double informationNats() {
        double information = 0;
        for (double[] p : likelihoods) {
            double marginal = mean(k -> p[k]);
            information += mean(k -> p[k] > 1e-250 ? p[k] * Math.log(p[k] / marginal) : 0);
        }
        return information;
    }

    /** Expected posterior variance of a function of the points, taken from its variance now. */
    double varianceReduction(double[] values) {
        double reduction = variance(points.weights(), values);
        for (double[] p : likelihoods) {
            double marginal = mean(k -> p[k]);
            if (marginal > 1e-200) {
                reduction -= marginal * variance(posterior(p, marginal), values);
            }
        }
        return reduction;
    }

    /** Expected half log determinant of the covariance of two functions, taken from that now. */
    double determinantReduction(double[] x, double[] y) {
        double reduction = halfLogDeterminant(points.weights(), x, y);
        for (double[] p : likelihoods) {
            double marginal = mean(k -> p[k]);
            if (marginal > 1e-13) {
                reduction -= marginal * halfLogDeterminant(posterior(p, marginal), x, y);
            }
        }
        return reduction;
    }

    private double[] posterior(double[] p, double marginal) {
        return IntStream.range(0, p.length).mapToDouble(k -> points.weights()[k] * p[k] / marginal).toArray();
    }

    private double mean(IntToDoubleFunction function) {
        double sum = 0;
        for (int k = 0; k < points.size(); k++) {
            sum += points.weights()[k] * function.applyAsDouble(k);
        }
        return sum;
    }

    private static double halfLogDeterminant(double[] weights, double[] x, double[] y) {
        double covariance = covariance(weights, x, y);
        return 0.5 * Math.log(
                variance(weights, x) * variance(weights, y) - covariance * covariance);
    }

    static double variance(double[] weights, double[] values) {
        return covariance(weights, values, values);
    }

    private static double covariance(double[] weights, double[] x, double[] y) {
        double meanX = 0;
        double meanY = 0;
        for (int k = 0; k < x.length; k++) {
            meanX += weights[k] * x[k];
            meanY += weights[k] * y[k];
        }
        double covariance = 0;
        for (int k = 0; k < x.length; k++) {
            covariance += weights[k] * (x[k] - meanX) * (y[k] - meanY);
        }
        return covariance;
    }
}
