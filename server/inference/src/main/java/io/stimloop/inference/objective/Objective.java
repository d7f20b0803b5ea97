package io.stimloop.inference.objective;

import io.stimloop.inference.belief.Prediction;

/** What makes a stimulus useful. Implementations are stateless and may be called from any thread. */
public interface Objective {
    /**
     * Utility of presenting the stimulus whose response is predicted.
     *
     * @param prediction the predictive distribution of the response; not modified, not kept
     * @return the utility in the objective's unit; larger is better
     */
    double utility(Prediction prediction);
}
