package io.stimloop.planning.continuous;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;

/**
 * Compares a stimulus that is no candidate with the candidates, where the question is how its expected response lies to
 * theirs: the greatest mean is that of the candidates. Not thread safe.
 */
final class Reference {
    private final boolean needed;
    private final ResponsePredictor.View candidates;

    /**
     * With the candidates.
     *
     * @param predictor of the same belief
     */
    Reference(ResponsePredictor predictor, Question question) {
        this.needed = question instanceof Question.Exceedance;
        this.candidates = predictor.newView();
    }

    /** The same prediction, with the candidates' greatest mean where that is asked for. */
    Prediction compare(Prediction prediction) {
        return needed ? new Compared(prediction, candidates.predict(0)) : prediction;
    }

    private record Compared(Prediction own, Prediction candidate) implements Prediction {
        @Override
        public int units() {
            return own.units();
        }

        @Override
        public boolean includes(int unit) {
            return own.includes(unit);
        }

        @Override
        public double mean(int unit) {
            return own.mean(unit);
        }

        @Override
        public double variance(int unit) {
            return own.variance(unit);
        }

        @Override
        public double probabilityAbove(int unit, double level) {
            return own.probabilityAbove(unit, level);
        }

        @Override
        public double expectedExcess(int unit, double level) {
            return own.expectedExcess(unit, level);
        }

        @Override
        public double greatestMean(int unit) {
            return candidate.greatestMean(unit);
        }
    }
}
