package io.stimloop.inference.belief;

import java.util.Optional;

/**
 * Answers to one {@link Question} about the response to each of a fixed set of candidate stimuli. Built once for an
 * experiment together with its tables; {@link #refresh()} is called by the experiment's one writer after
 * each {@link Belief#condition}, then any number of threads may predict, each through a view of its own.
 */
public interface ResponsePredictor {
    /** Number of candidate stimuli. */
    int candidates();

    /** Takes up the belief as it is now. No view may be in use meanwhile. */
    void refresh();

    /** Makes a view with its own working memory, for one thread at a time. */
    View newView();

    /** The same candidates, question and shared tables for another belief of the same source (a copy). */
    ResponsePredictor over(Belief other);

    /**
     * A search of all stimuli of at most a given length for the best answer; empty where
     * {@link BeliefSource#searchesBall} says no.
     *
     * @param maxNorm greatest Euclidean length of a stimulus, above 0
     */
    default Optional<BallSearch> ballSearch(double maxNorm) {
        return Optional.empty();
    }

    /** Bytes held by the tables and by one view. */
    long bytes();

    /** One thread's way to the predictions. Not thread safe. */
    interface View {
        /**
         * Predicts the response to a candidate.
         *
         * @param candidate index from 0 to {@code candidates() - 1}
         * @return the prediction, valid until the next call on this view
         */
        Prediction predict(int candidate);
    }
}
