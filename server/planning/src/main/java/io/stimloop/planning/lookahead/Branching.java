package io.stimloop.planning.lookahead;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.DiscretePrediction;
import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Responses;

/**
 * Chooses the responses to a stimulus that stand for all it may get. Chosen once for a model; used by several threads,
 * so without memory of its own.
 */
interface Branching {
    /**
     * Fills in the responses.
     *
     * @param prediction of the response to the stimulus
     * @param belief     predicted from; not changed
     */
    void fill(Prediction prediction, Belief belief, double[] stimulus, Branches out);

    /** Most responses that are filled in. */
    int most();

    /** Whether all responses are filled in but for those that do not matter, each with its probability. */
    boolean exact();

    /**
     * The way that suits a model.
     *
     * @param sample a prediction for one stimulus
     * @param most   responses, where they are counts or values
     * @param seed   of what is drawn
     */
    static Branching of(BeliefSource source, Prediction sample, int most, long seed) {
        Responses responses = source.responses();
        return switch (responses.kind()) {
            case CHOICE -> sample instanceof DiscretePrediction
                    ? new PredictedChoice(responses.alternatives())
                    : new ForecastChoice(responses.alternatives());
            case COUNTS -> sample instanceof DiscretePrediction && responses.units() == 1
                    ? new CountStrata(most)
                    : new ForecastStrata(responses.units(), most, seed);
            case VALUES -> new DrawnResponses(source, most, seed);
        };
    }
}
