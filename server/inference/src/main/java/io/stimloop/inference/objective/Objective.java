package io.stimloop.inference.objective;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;

/** What makes a stimulus useful. Implementations are stateless and may be called from any thread. */
public interface Objective {
    /** What predictions must answer for {@link #utility}. */
    Question question();

    /**
     * Utility of presenting the stimulus whose response is predicted.
     *
     * @param prediction made for {@link #question()}; not modified, not kept
     * @return the utility in the objective's unit; larger is better
     */
    double utility(Prediction prediction);

    /**
     * Whether {@link #utility} is sure to return within microseconds. An objective that is not (one that was learned, or
     * that asks something else) is only evaluated by threads that can be given up.
     */
    default boolean prompt() {
        return false;
    }
}
