package io.stimloop.inference.glm;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor.View;

/**
 * How much a count tells about all weights of its neuron: {@code E[ln(1 + v J)] / 2}, which is the decrease of half
 * the log determinant too. Summed over the neurons with their weights.
 */
public final class InformationView implements View, Prediction {
    private final EtaMoments moments;
    private final double[] weights;
    private final NormalExpectations expectations;
    private int candidate;

    /**
     * Looks at candidates.
     *
     * @param weights of the neurons; empty for 1 each
     */
    public InformationView(EtaMoments moments, double[] weights, NormalExpectations expectations) {
        this.moments = moments;
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
    public double informationNats() {
        double sum = 0;
        for (int unit = 0; unit < units(); unit++) {
            if (moments.includes(unit)) {
                sum += Question.weight(weights, unit)
                        * expectations.informationNats(moments.mean(unit, candidate),
                                moments.variance(unit, candidate));
            }
        }
        return sum;
    }

    @Override
    public double logDeterminantReduction() {
        return informationNats();
    }
}
