package io.stimloop.inference.glm;

import io.stimloop.inference.belief.ResponsePredictor.View;

/** The expected count: {@link ResponseView}. */
final class ResponseAnswers implements GlmPredictor.Answers {
    private final GlmMoments moments;
    private final NormalExpectations expectations;
    private final double[] greatestMeans;

    ResponseAnswers(GlmMoments moments) {
        this.moments = moments;
        this.expectations = new NormalExpectations(moments.link());
        this.greatestMeans = new double[moments.units()];
    }

    @Override
    public void refresh() {
        ResponseView.findGreatestMeans(moments, expectations, greatestMeans);
    }

    @Override
    public View newView(NormalExpectations own) {
        return new ResponseView(moments, greatestMeans, own);
    }

    @Override
    public GlmPredictor.Answers over(GlmMoments other) {
        return new ResponseAnswers(other);
    }
}
