package io.stimloop.inference.points;

import io.stimloop.inference.belief.Question;
import io.stimloop.numerics.kernel.Elementary;
import io.stimloop.numerics.kernel.Kernels;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Parameters and their products, for the log determinant of their covariance. They are carried standardised (mean 0,
 * covariance 1 under the belief), so that it is the determinant given the response alone that is summed up. Variances
 * are taken in units of the prior variance and never as less than {@value #LEAST} of it, so that a parameter that has
 * come to be known leaves the determinant finite.
 */
final class CarriedProducts implements Carried {
    private static final double LEAST = 1e-12;
    private static final double IGNORED = 1e-12;

    private final ParameterScale scale;
    private final int[] chosen;
    private final double weight;
    private final int size;
    private final double[][] standard;
    private final SmallCholesky covariance;
    private final double[] floor;

    CarriedProducts(PointModel model, ParameterScale scale, int size,
            Question.DeterminantReduction question) {
        this(scale, chosen(model, scale, question.parameters()), Question.weight(question.weights(), 0),
                size);
    }

    private CarriedProducts(ParameterScale scale, int[] chosen, double weight, int size) {
        this.scale = scale;
        this.chosen = chosen;
        this.weight = weight;
        this.size = size;
        this.standard = new double[chosen.length][size];
        this.covariance = new SmallCholesky(chosen.length);
        this.floor = new double[chosen.length * chosen.length];
    }

    /** The parameters asked for that are not known. */
    private static int[] chosen(PointModel model, ParameterScale scale, List<String> names) {
        for (String name : names) {
            if (!model.parameterNames().contains(name)) {
                throw new IllegalArgumentException(
                        name + ": is no parameter; known are " + model.parameterNames());
            }
        }
        return IntStream.range(0, model.parameterNames().size())
                .filter(p -> scale.priorVariances()[p] > 0)
                .filter(p -> names.isEmpty() || names.contains(model.parameterNames().get(p))).toArray();
    }

    /** Loads for a question. */
    static int loads(PointModel model, ParameterScale scale, Question.DeterminantReduction question) {
        return loads(chosen(model, scale, question.parameters()).length);
    }

    private static int loads(int parameters) {
        return 1 + parameters + parameters * (parameters + 1) / 2;
    }

    /** Bytes for a question, besides the loads. */
    static long bytes(PointModel model, ParameterScale scale, Question.DeterminantReduction question,
            int size) {
        long parameters = chosen(model, scale, question.parameters()).length;
        return Double.BYTES * (parameters * size + 2 * parameters * parameters);
    }

    @Override
    public int loads() {
        return loads(chosen.length);
    }

    @Override
    public void fill(WeightedPoints points, Loads loads) {
        double[] weights = points.weights();
        loads.weigh(weights);
        for (int a = 0; a < chosen.length; a++) {
            standardise(points, a, weights);
        }
        whiten(weights);
        int at = chosen.length + 1;
        for (int a = 0; a < chosen.length; a++) {
            multiply(weights, standard[a], loads.column(a + 1));
            for (int b = 0; b <= a; b++) {
                multiply(loads.column(a + 1), standard[b], loads.column(at));
                at++;
            }
        }
        loads.align();
    }

    private void standardise(WeightedPoints points, int a, double[] weights) {
        double[] values = points.parameters()[chosen[a]];
        double period = scale.periods()[chosen[a]];
        double[] out = standard[a];
        if (ParameterScale.periodic(period)) {
            Marginal.unwrap(values, weights, size, period, out);
        } else {
            System.arraycopy(values, 0, out, 0, size);
        }
        double mean = Kernels.ARRAYS.dot(weights, out, size);
        double perSd = 1 / Math.sqrt(scale.priorVariances()[chosen[a]]);
        for (int k = 0; k < size; k++) {
            out[k] = (out[k] - mean) * perSd;
        }
    }

    /** Makes the covariance, its floor included, that of independent parameters of variance 1. */
    private void whiten(double[] weights) {
        int p = chosen.length;
        for (int a = 0; a < p; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int k = 0; k < size; k++) {
                    sum = Math.fma(weights[k] * standard[a][k], standard[b][k], sum);
                }
                covariance.set(a, b, a == b ? sum + LEAST : sum);
            }
        }
        covariance.factor(LEAST);
        for (int a = 0; a < p; a++) {
            for (int b = 0; b < a; b++) {
                Kernels.ARRAYS.addScaled(-covariance.get(a, b), standard[b], 0, size, standard[a], 0);
            }
            Kernels.ARRAYS.scale(standard[a], 1 / covariance.get(a, a), size);
        }
        covariance.inverseSquare(LEAST, floor);
    }

    private static void multiply(double[] x, double[] y, double[] out) {
        for (int k = 0; k < y.length; k++) {
            out[k] = x[k] * y[k];
        }
    }

    @Override
    public double[] newScratch() {
        return new double[chosen.length * chosen.length];
    }

    @Override
    public double answer(Moments moments, double[] scratch) {
        double sum = 0;
        for (int r = moments.first(); r < moments.end(); r++) {
            double probability = moments.of(0)[r];
            if (probability > IGNORED) {
                sum -= probability * halfLogDeterminant(moments, r, 1 / probability, scratch);
            }
        }
        return weight * Math.max(0, sum);
    }

    private double halfLogDeterminant(Moments moments, int r, double perMass, double[] cholesky) {
        int p = chosen.length;
        int at = p + 1;
        for (int a = 0; a < p; a++) {
            double mean = moments.of(a + 1)[r] * perMass;
            for (int b = 0; b <= a; b++) {
                double product = moments.of(at)[r] * perMass;
                cholesky[a * p + b] = product - mean * (moments.of(b + 1)[r] * perMass) + floor[a * p + b];
                at++;
            }
        }
        SmallCholesky.factor(cholesky, p, LEAST);
        double product = 0;
        for (int a = 0; a < p; a++) {
            product += Elementary.log(cholesky[a * p + a]);
        }
        return product;
    }

    @Override
    public Carried over(WeightedPoints other) {
        return new CarriedProducts(scale, chosen, weight, size);
    }
}
