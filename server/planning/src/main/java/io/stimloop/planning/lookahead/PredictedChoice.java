package io.stimloop.planning.lookahead;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.DiscretePrediction;
import io.stimloop.inference.belief.Prediction;

/**
 * All alternatives of a choice, the likeliest first. Those less likely than 1e-9 are left out and the others weigh more
 * in proportion, so that a value is off by less than a billionth of what lies between the best and the worst response.
 */
record PredictedChoice(int alternatives) implements Branching {
    static final double NEGLIGIBLE = 1e-9;

    @Override
    public void fill(Prediction prediction, Belief belief, double[] stimulus, Branches out) {
        double[] probabilities = ((DiscretePrediction) prediction).probabilities();
        out.clear();
        for (int alternative = 0; alternative < alternatives; alternative++) {
            if (probabilities[alternative] > NEGLIGIBLE) {
                out.add(probabilities[alternative])[0] = alternative;
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
