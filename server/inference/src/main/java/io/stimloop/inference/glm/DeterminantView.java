package io.stimloop.inference.glm;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor.View;
import io.stimloop.numerics.linear.LowerTriangle;

/**
 * By how much a count lowers half the log determinant of the covariance S of some of its neuron's weights. With
 * {@code k = s'S^-1 s}, s the covariances of these weights with eta, it is
 * {@code E[ln(1 + v J) - ln(1 + (v - k) J)] / 2}: exact under the rank-one update.
 */
public final class DeterminantView implements View, Prediction {
    private final EtaMoments moments;
    private final EtaProducts products;
    private final LowerTriangle[] factors;
    private final double[] weights;
    private final NormalExpectations expectations;
    private final double[] solved;
    private int candidate;

    /**
     * Looks at candidates.
     *
     * @param products covariances of eta with the chosen weights
     * @param factors  by neuron: the Cholesky factor of the covariance of the chosen weights, kept up by the caller
     * @param chosen   how many weights are
     * @param weights  of the neurons; empty for 1 each
     */
    public DeterminantView(EtaMoments moments, EtaProducts products, LowerTriangle[] factors, int chosen,
            double[] weights, NormalExpectations expectations) {
        this.moments = moments;
        this.products = products;
        this.factors = factors;
        this.solved = new double[chosen];
        this.weights = weights;
        this.expectations = expectations;
    }

    @Override
    public Prediction predict(int index) {
        candidate = index;
        return this;
    }

    @Override
    public int units() {
        return moments.units();
    }

    @Override
    public double logDeterminantReduction() {
        double sum = 0;
        for (int unit = 0; unit < moments.units(); unit++) {
            if (moments.includes(unit)) {
                sum += Question.weight(weights, unit) * reduction(unit);
            }
        }
        return sum;
    }

    private double reduction(int unit) {
        double m = moments.mean(unit, candidate);
        double v = moments.variance(unit, candidate);
        double explained = 0;
        for (int i = 0; i < solved.length; i++) {
            solved[i] = products.covariance(unit, candidate, i);
        }
        factors[unit].solve(solved, solved.length);
        for (double part : solved) {
            explained += part * part;
        }
        double rest = Math.max(0, v - explained);
        return Math.max(0,
                expectations.informationNats(m, v) - expectations.informationNats(m, v, rest));
    }
}
