package io.stimloop.inference.objective;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.Responses;

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

    /**
     * The most that the utility of any one stimulus can be, whatever is believed; infinite where no bound is known.
     *
     * @param responses what a trial gives
     */
    default double mostPerTrial(Responses responses) {
        return Double.POSITIVE_INFINITY;
    }

    /**
     * The most that the utilities of any number of further trials can be expected to sum up to, each with what is
     * believed when it comes; infinite where no bound is known.
     */
    default double mostInAll(Belief belief) {
        return Double.POSITIVE_INFINITY;
    }
}
