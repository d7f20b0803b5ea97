package io.stimloop.planning.lookahead;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.ResponseForecast;

/** As {@link PredictedChoice}, where the predictions do not tell probabilities. */
record ForecastChoice(int alternatives) implements Branching {
    @Override
    public void fill(Prediction prediction, Belief belief, double[] stimulus, Branches out) {
        ResponseForecast forecast = belief.forecast(stimulus);
        out.clear();
        for (int alternative = 0; alternative < alternatives; alternative++) {
            double probability = forecast.probability(0, alternative);
            if (probability > PredictedChoice.NEGLIGIBLE) {
                out.add(probability)[0] = alternative;
            }
        }
        out.normalise();
        out.sort();
    }

    @Override
    public int most() {
        return alternatives;
    }

    @Override
    public boolean exact() {
        return true;
    }
}
