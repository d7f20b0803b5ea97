package io.stimloop.inference.glm;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.ResponsePredictor.View;
import io.stimloop.inference.response.Link;

/** The expected count: its posterior mean and variance, and how it lies to a level. */
final class ResponseAnswers implements GlmPredictor.Answers {
    private final GlmMoments moments;
    private final Link link;
    private final NormalExpectations expectations;
    private final double[] greatestMeans;

    ResponseAnswers(GlmMoments moments) {
        this.moments = moments;
        this.link = moments.belief().model().link();
        this.expectations = new NormalExpectations(link);
        this.greatestMeans = new double[moments.belief().units()];
    }

    @Override
    public void refresh() {
        for (int unit = 0; unit < greatestMeans.length; unit++) {
            UnitMoments of = moments.unit(unit);
            double greatest = 0;
            for (int i = 0; i < moments.rows().count(); i++) {
                greatest = Math.max(greatest, expectations.meanRate(of.mean(i), of.variance(i)));
            }
            greatestMeans[unit] = greatest;
        }
    }

    @Override
    public View newView(NormalExpectations own) {
        return new ResponseView(own);
    }

    @Override
    public GlmPredictor.Answers over(GlmMoments other) {
        return new ResponseAnswers(other);
    }

    private final class ResponseView implements View, Prediction {
        private final NormalExpectations own;
        private int candidate;

        ResponseView(NormalExpectations own) {
            this.own = own;
        }

        @Override
        public Prediction predict(int index) {
            candidate = index;
            return this;
        }

        @Override
        public int units() {
            return greatestMeans.length;
        }

        @Override
        public double mean(int unit) {
            return own.meanRate(m(unit), v(unit));
        }

        @Override
        public double variance(int unit) {
            return own.varianceOfRate(m(unit), v(unit));
        }

        @Override
        public double probabilityAbove(int unit, double level) {
            return LevelExpectations.probabilityAbove(link, m(unit), v(unit), level);
        }

        @Override
        public double expectedExcess(int unit, double level) {
            return level <= 0
                    ? mean(unit) - level
                    : LevelExpectations.expectedExcess(link, m(unit), v(unit), level);
        }

        @Override
        public double greatestMean(int unit) {
            return greatestMeans[unit];
        }

        private double m(int unit) {
            return moments.unit(unit).mean(candidate);
        }

        private double v(int unit) {
            return moments.unit(unit).variance(candidate);
        }
    }
}
