package io.stimloop.inference.multinomial;

import io.stimloop.inference.points.PointFamily;
import io.stimloop.inference.points.PointModel;
import io.stimloop.inference.response.Densities;
import io.stimloop.inference.response.Density;
import io.stimloop.numerics.kernel.Kernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The multinomial logistic model with lapses of Bak and Pillow (2018, Journal of Vision 18(12):4, equations 1 to 8): with
 * the stimulus x, a 1 in front, and weights w_k, those of the last alternative 0,
 *
 * <pre>p(k) = (1 - lapse) exp(w_k . x) / sum_j exp(w_j . x) + lapse / alternatives</pre>
 *
 * Its parameters are {@code weight[k][d]}, the alternative k varying slowest and d = 0 the bias, and {@code lapse}.
 *
 * @param alternatives from 2
 * @param dimensions   of a stimulus, from 1
 * @param weightSd     of the normal prior of every weight, about 0; above 0
 * @param lapse        what is known of it
 */
public record Multinomial(int alternatives, int dimensions, double weightSd, Lapse lapse)
        implements
            PointModel {
    /** Largest linear predictor: probabilities beyond it do not differ from 0 or 1. */
    private static final double MOST_LOGIT = 1e4;

    /** @throws IllegalArgumentException naming what is out of its range */
    public Multinomial {
        if (alternatives < 2) {
            throw new IllegalArgumentException("alternatives: " + alternatives + " must be at least 2");
        }
        if (dimensions < 1) {
            throw new IllegalArgumentException("dimensions: " + dimensions + " must be at least 1");
        }
        if (!(weightSd > 0) || weightSd == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("weightSd: " + weightSd + " must be above 0");
        }
    }

    /** Number of weights. */
    public int weights() {
        return (alternatives - 1) * (dimensions + 1);
    }

    /** Number of parameters that are not known: the weights, and the lapse rate where it is not. */
    int unknown() {
        return weights() + (lapse instanceof Lapse.Unknown ? 1 : 0);
    }

    /** One per parameter; independent. */
    public List<Density> priors() {
        List<Density> priors = new ArrayList<>();
        for (int i = 0; i < weights(); i++) {
            priors.add(Densities.normal(0, weightSd));
        }
        priors.add(switch (lapse) {
            case Lapse.Known known -> Densities.known(known.rate());
            case Lapse.Unknown unknown -> Densities.beta(unknown.a(), unknown.b());
        });
        return priors;
    }

    @Override
    public PointFamily family() {
        return PointFamily.CHOICE;
    }

    @Override
    public int columns() {
        return alternatives;
    }

    @Override
    public List<String> parameterNames() {
        List<String> names = new ArrayList<>();
        for (int k = 0; k < alternatives - 1; k++) {
            for (int d = 0; d <= dimensions; d++) {
                names.add("weight[" + k + "][" + d + "]");
            }
        }
        names.add("lapse");
        return names;
    }

    @Override
    public String kind() {
        return "multinomial";
    }

    @Override
    public void evaluate(double[] stimulus, double[][] parameters, int n, double[][] out) {
        double[] greatest = out[alternatives - 1];
        Arrays.fill(greatest, 0, n, 0);
        for (int k = 0; k < alternatives - 1; k++) {
            logits(stimulus, parameters, k * (dimensions + 1), n, out[k]);
            for (int i = 0; i < n; i++) {
                greatest[i] = Math.max(greatest[i], out[k][i]);
            }
        }
        for (int k = 0; k < alternatives - 1; k++) {
            for (int i = 0; i < n; i++) {
                out[k][i] -= greatest[i];
            }
            Kernels.ARRAYS.exponentials(out[k], 0, n, out[k]);
        }
        for (int i = 0; i < n; i++) {
            greatest[i] = -greatest[i];
        }
        Kernels.ARRAYS.exponentials(greatest, 0, n, greatest);
        normalise(parameters[weights()], n, out);
    }

    private void logits(double[] stimulus, double[][] parameters, int first, int n, double[] out) {
        System.arraycopy(parameters[first], 0, out, 0, n);
        for (int d = 0; d < dimensions; d++) {
            Kernels.ARRAYS.addScaled(stimulus[d], parameters[first + 1 + d], 0, n, out, 0);
        }
        for (int i = 0; i < n; i++) {
            out[i] = Math.clamp(out[i], -MOST_LOGIT, MOST_LOGIT);
        }
    }

    private void normalise(double[] lapses, int n, double[][] out) {
        for (int i = 0; i < n; i++) {
            double rate = Math.clamp(lapses[i], 0, 1);
            double sum = 0;
            for (int k = 0; k < alternatives; k++) {
                sum += out[k][i];
            }
            double scale = (1 - rate) / sum;
            double share = rate / alternatives;
            for (int k = 0; k < alternatives; k++) {
                out[k][i] = Math.fma(scale, out[k][i], share);
            }
        }
    }
}
