package io.stimloop.inference.glm;

import io.stimloop.inference.belief.Question;

/**
 * How much a count tells about all weights of its neuron: {@code E[ln(1 + v J)] / 2}, which is the decrease of half
 * the log determinant too. Summed over the neurons with their weights.
 */
public final class InformationView extends EtaView {
    private final double[] weights;
    private final NormalExpectations expectations;

    /**
     * Looks at candidates.
     *
     * @param weights of the neurons; empty for 1 each
     */
    public InformationView(EtaMoments moments, double[] weights, NormalExpectations expectations) {
        super(moments);
        this.weights = weights;
        this.expectations = expectations;
    }

    @Override
    public double informationNats() {
        return sum(unit -> Question.weight(weights, unit) * expectations.informationNats(m(unit), v(unit)));
    }

    @Override
    public double logDeterminantReduction() {
        return informationNats();
    }
}
