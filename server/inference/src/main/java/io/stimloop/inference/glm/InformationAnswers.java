package io.stimloop.inference.glm;

import io.stimloop.inference.belief.ResponsePredictor.View;

/** How much a count tells about all weights of its neuron: {@link InformationView}. */
record InformationAnswers(GlmMoments moments, double[] weights) implements GlmPredictor.Answers {
    @Override
    public View newView(NormalExpectations expectations) {
        return new InformationView(moments, weights, expectations);
    }

    @Override
    public GlmPredictor.Answers over(GlmMoments other) {
        return new InformationAnswers(other, weights);
    }
}
