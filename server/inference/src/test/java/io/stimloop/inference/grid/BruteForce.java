package io.stimloop.inference.grid;

import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.TuningCurve;
import java.util.Arrays;
import java.util.List;

/**
 * Bayes' rule over the product space of a model's axes, written again and as plainly as possible: from the
 * model it takes the axes only, and the formulas from the literature.
 */
final class BruteForce {
    private final TuningCurve model;
    private final double[][] cells;
    private final double[] logs;

    BruteForce(TuningCurve model) {
        this.model = model;
        List<ParameterAxis> axes = model.axes();
        int n = axes.stream().mapToInt(ParameterAxis::size).reduce(1, Math::multiplyExact);
        this.cells = new double[n][axes.size()];
        this.logs = new double[n];
        for (int cell = 0; cell < n; cell++) {
            for (int k = 0, rest = cell; k < axes.size(); rest /= axes.get(k).size(), k++) {
                int i = rest % axes.get(k).size();
                cells[cell][k] = axes.get(k).values()[i];
                logs[cell] += StrictMath.log(axes.get(k).prior()[i]);
            }
        }
    }

    void condition(Trial trial) {
        for (int cell = 0; cell < cells.length; cell++) {
            logs[cell] += logLikelihood(trial.count(), cell, trial.stimulus());
        }
    }

    /** The probability of every cell. */
    double[] weights() {
        double peak = Arrays.stream(logs).max().orElseThrow();
        double[] weights = Arrays.stream(logs).map(log -> StrictMath.exp(log - peak)).toArray();
        double total = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / total).toArray();
    }

    double entropyNats() {
        return BruteCounts.entropy(weights());
    }

    double[] marginal(int axis) {
        double[] values = model.axes().get(axis).values();
        double[] weights = weights();
        double[] marginal = new double[values.length];
        for (int cell = 0; cell < cells.length; cell++) {
            marginal[Arrays.binarySearch(values, cells[cell][axis])] += weights[cell];
        }
        return marginal;
    }

    /** The expected count of every cell. */
    double[] rates(double stimulus) {
        double[] rates = new double[cells.length];
        Arrays.setAll(rates, cell -> Math.max(curve(cells[cell], stimulus), 1e-12));
        return rates;
    }

    /** The mutual information between the count and the parameters. */
    double informationNats(double stimulus) {
        double[] weights = weights();
        double[] predicted = new double[BruteCounts.MOST];
        double noise = 0;
        double[] rates = rates(stimulus);
        for (int cell = 0; cell < cells.length; cell++) {
            double[] p = counts(cell).distribution(rates[cell], model.countCeiling());
            for (int count = 0; count < p.length; count++) {
                predicted[count] += weights[cell] * p[count];
            }
            noise += weights[cell] * BruteCounts.entropy(p);
        }
        return BruteCounts.entropy(predicted) - noise;
    }

    private double logLikelihood(int count, int cell, double stimulus) {
        double rate = Math.max(curve(cells[cell], stimulus), 1e-12);
        int ceiling = model.countCeiling();
        return ceiling > 0 && count >= ceiling
                ? counts(cell).logTail(ceiling, rate)
                : counts(cell).logProbability(count, rate);
    }

    private BruteCounts counts(int cell) {
        double[] theta = cells[cell];
        boolean poisson = theta.length == model.shape().parameters().size();
        return BruteCounts.of(poisson ? 0 : theta[theta.length - 1]);
    }

    private double curve(double[] theta, double x) {
        double g = switch (model.shape()) {
            case GAUSSIAN -> StrictMath.exp(-(x - theta[2]) * (x - theta[2]) / (2 * theta[3] * theta[3]));
            case CIRCULAR_GAUSSIAN -> vonMises(x - theta[2], theta[3]);
            case BIDIRECTIONAL -> vonMises(x - theta[2], theta[3])
                    + theta[4] * vonMises(x - theta[2] - model.period() / 2, theta[3]);
        };
        return theta[0] + theta[1] * g;
    }

    private double vonMises(double difference, double width) {
        double turn = 2 * Math.PI / model.period();
        double radians = width * turn;
        return StrictMath.exp((StrictMath.cos(difference * turn) - 1) / (radians * radians));
    }
}
