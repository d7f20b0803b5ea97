package io.stimloop.inference.glm;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor.View;

/**
 * How much a count tells about all weights of its neuron: {@code E[ln(1 + v J)] / 2}, which is the decrease of half
 * the log determinant too. Summed over the neurons with their weights.
 */
record InformationAnswers(GlmMoments moments, double[] weights) implements GlmPredictor.Answers {
    @Override
    public View newView(NormalExpectations expectations) {
        return new InformationView(expectations);
    }

    @Override
    public GlmPredictor.Answers over(GlmMoments other) {
        return new InformationAnswers(other, weights);
    }

    private final class InformationView implements View, Prediction {
        private final NormalExpectations expectations;
        private int candidate;

        InformationView(NormalExpectations expectations) {
            this.expectations = expectations;
        }

        @Override
        public Prediction predict(int index) {
            candidate = index;
            return this;
        }

        @Override
        public int units() {
            return moments.belief().units();
        }

        @Override
        public double informationNats() {
            double sum = 0;
            for (int unit = 0; unit < units(); unit++) {
                if (moments.belief().includes(unit)) {
                    UnitMoments of = moments.unit(unit);
                    sum += Question.weight(weights, unit)
                            * expectations.informationNats(of.mean(candidate), of.variance(candidate));
                }
            }
            return sum;
        }

        @Override
        public double logDeterminantReduction() {
            return informationNats();
        }
    }
}
