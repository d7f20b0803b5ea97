package io.stimloop.inference.formula;

import io.stimloop.inference.points.PointFamily;
import io.stimloop.inference.points.PointModel;
import io.stimloop.numerics.kernel.Kernels;
import java.util.Arrays;
import java.util.List;

/**
 * A response model whose columns are formulas. Whatever the formulas give is kept within the range of the column; where
 * a formula has no value (NaN), the column has its least one, which seldom explains anything: rate 0, probability 0,
 * an infinitesimal weight among alternatives, a value of -1e12, an sd of 1e-12.
 */
public final class FormulaModel implements PointModel {
    /** Beyond every count, value and scatter that an outcome can have. */
    private static final double MOST_RATE = 1e6;
    private static final double MOST_DISPERSION = 1e6;
    private static final double LARGEST = 1e12;
    private static final double SMALLEST = 1e-12;
    /** A weight of e to the minus this, beside one of 1, is 0. */
    private static final double MOST_LOGIT = 1e4;

    private final PointFamily family;
    private final List<String> parameterNames;
    private final List<Formula> formulas;

    /**
     * A model.
     *
     * @param family         how responses scatter
     * @param parameterNames those that the formulas were read with
     * @param formulas       one per column: of a count the expected count and the dispersion; of two outcomes the
     *                       probability of a 1; of several the logits, of which softmax makes probabilities; of a
     *                       value the expectation and the sd; of a log-normal value the median (not its logarithm)
     *                       and the sd of the logarithm
     * @throws IllegalArgumentException when the number of formulas does not fit the family
     */
    public FormulaModel(PointFamily family, List<String> parameterNames, List<Formula> formulas) {
        this.family = family;
        this.parameterNames = List.copyOf(parameterNames);
        this.formulas = List.copyOf(formulas);
        int wanted = switch (family) {
            case BINARY -> 1;
            case COUNT, NORMAL, LOG_NORMAL -> 2;
            case CHOICE -> Math.max(2, formulas.size());
        };
        if (formulas.size() != wanted) {
            throw new IllegalArgumentException(
                    "formulas: " + formulas.size() + " must be " + wanted + " for " + family);
        }
    }

    @Override
    public PointFamily family() {
        return family;
    }

    @Override
    public int columns() {
        return formulas.size();
    }

    @Override
    public List<String> parameterNames() {
        return parameterNames;
    }

    @Override
    public String kind() {
        return "formula";
    }

    @Override
    public void evaluate(double[] stimulus, double[][] parameters, int n, double[][] out) {
        for (int c = 0; c < formulas.size(); c++) {
            formulas.get(c).evaluate(stimulus, parameters, n, out[c]);
        }
        switch (family) {
            case COUNT -> {
                keep(out[0], n, 0, MOST_RATE);
                keep(out[1], n, 0, MOST_DISPERSION);
            }
            case BINARY -> keep(out[0], n, 0, 1);
            case CHOICE -> softmax(out, n);
            case NORMAL -> {
                keep(out[0], n, -LARGEST, LARGEST);
                keep(out[1], n, SMALLEST, LARGEST);
            }
            case LOG_NORMAL -> {
                keep(out[0], n, SMALLEST, LARGEST);
                Kernels.ARRAYS.logarithms(out[0], n, out[0]);
                keep(out[1], n, SMALLEST, LARGEST);
            }
        }
    }

    private static void keep(double[] column, int n, double least, double most) {
        for (int i = 0; i < n; i++) {
            double value = column[i];
            column[i] = value >= least ? Math.min(value, most) : least;
        }
    }

    private void softmax(double[][] logits, int n) {
        for (int c = 0; c < columns(); c++) {
            keep(logits[c], n, -MOST_LOGIT, MOST_LOGIT);
        }
        for (int i = 0; i < n; i++) {
            double greatest = logits[0][i];
            for (int c = 1; c < columns(); c++) {
                greatest = Math.max(greatest, logits[c][i]);
            }
            for (int c = 0; c < columns(); c++) {
                logits[c][i] -= greatest;
            }
        }
        for (double[] column : Arrays.asList(logits).subList(0, columns())) {
            Kernels.ARRAYS.exponentials(column, 0, n, column);
        }
        normalise(logits, n);
    }

    private void normalise(double[][] weights, int n) {
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int c = 0; c < columns(); c++) {
                sum += weights[c][i];
            }
            for (int c = 0; c < columns(); c++) {
                weights[c][i] /= sum;
            }
        }
    }
}
