package io.stimloop.inference.points;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.numerics.kernel.Kernels;

/** What response to a stimulus is expected, and how that lies to a level: the last answer itself; not thread safe. */
final class ExpectationAnswer implements Prediction {
    private final int n;
    private final boolean exceedance;
    private double[] weights = {};
    private double[] expectations = {};
    private double greatestMean;
    private double mean;
    private double variance;

    /**
     * Looks at points.
     *
     * @param n          how many
     * @param exceedance whether it is asked how the expectation lies to a level
     */
    ExpectationAnswer(int n, boolean exceedance) {
        this.n = n;
        this.exceedance = exceedance;
    }

    /**
     * Works the answer out.
     *
     * @param ofPoints    what each point expects; read until the next answer
     * @param weighing    the weight of each; read until the next answer
     * @param greatest    the greatest mean at any candidate; NaN where there are none
     */
    Prediction at(double[] ofPoints, double[] weighing, double greatest) {
        expectations = ofPoints;
        weights = weighing;
        greatestMean = greatest;
        mean = Kernels.ARRAYS.dot(weights, expectations, n);
        variance = Double.NaN;
        return this;
    }

    @Override
    public double mean(int unit) {
        return mean;
    }

    @Override
    public double variance(int unit) {
        if (Double.isNaN(variance)) {
            variance = ParameterScale.variance(expectations, weights, n);
        }
        return variance;
    }

    @Override
    public double probabilityAbove(int unit, double level) {
        if (!exceedance) {
            return Prediction.super.probabilityAbove(unit, level);
        }
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += expectations[k] > level ? weights[k] : 0;
        }
        return Math.min(sum, 1);
    }

    @Override
    public double expectedExcess(int unit, double level) {
        if (!exceedance) {
            return Prediction.super.expectedExcess(unit, level);
        }
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum = Math.fma(weights[k], Math.max(0, expectations[k] - level), sum);
        }
        return sum;
    }

    @Override
    public double greatestMean(int unit) {
        return exceedance ? greatestMean : Prediction.super.greatestMean(unit);
    }
}
