package io.stimloop.inference.grid;

import io.stimloop.inference.belief.DiscretePrediction;
import io.stimloop.inference.belief.ResponseForecast;

/**
 * A forecast of one count; counts from the last symbol on are one.
 *
 * @param prediction of the count
 */
record CountForecast(DiscretePrediction prediction) implements ResponseForecast {
    @Override
    public double midProbability(int unit, double response) {
        int symbol = symbol(response);
        double below = 0;
        for (int count = 0; count < symbol; count++) {
            below += prediction.probabilities()[count];
        }
        return Math.min(1, below + prediction.probabilities()[symbol] / 2);
    }

    @Override
    public double probability(int unit, double response) {
        return prediction.probabilities()[symbol(response)];
    }

    private int symbol(double response) {
        return (int) Math.min(response, prediction.symbols() - 1);
    }
}
