package io.stimloop.inference.glm;

import io.stimloop.inference.belief.Question;
import io.stimloop.numerics.linear.LowerTriangle;

/**
 * By how much a count lowers half the log determinant of the covariance S of some of its neuron's weights. With
 * {@code k = s'S^-1 s}, s the covariances of these weights with eta, it is
 * {@code E[ln(1 + v J) - ln(1 + (v - k) J)] / 2}: exact under the rank-one update.
 */
public final class DeterminantView extends EtaView {
    private final EtaProducts products;
    private final LowerTriangle[] factors;
    private final double[] weights;
    private final NormalExpectations expectations;
    private final double[] solved;

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
        super(moments);
        this.products = products;
        this.factors = factors;
        this.solved = new double[chosen];
        this.weights = weights;
        this.expectations = expectations;
    }

    @Override
    public double logDeterminantReduction() {
        return sum(unit -> Question.weight(weights, unit) * reduction(unit));
    }

    private double reduction(int unit) {
        double m = m(unit);
        double v = v(unit);
        double explained = 0;
        for (int i = 0; i < solved.length; i++) {
            solved[i] = products.covariance(unit, candidate(), i);
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
