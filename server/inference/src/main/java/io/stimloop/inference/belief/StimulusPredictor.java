package io.stimloop.inference.belief;

/**
 * Answers to one {@link Question} about the response to any stimulus, not only to candidates known in advance: for
 * spaces too large to list. Slower than a {@link ResponsePredictor}, whose tables it does without. {@link #refresh()} is
 * called by the experiment's one writer after each {@link Belief#condition}, then any number of threads may predict,
 * each through a view of its own.
 */
public interface StimulusPredictor {
    /** Takes up the belief as it is now. No view may be in use meanwhile. */
    void refresh();

    /** Makes a view with its own working memory, for one thread at a time. */
    View newView();

    /** The same question for another belief of the same source (a copy). */
    StimulusPredictor over(Belief other);

    /** One thread's way to the predictions. Not thread safe. */
    interface View {
        /**
         * Predicts the response to a stimulus.
         *
         * @param stimulus one finite value per stimulus value, in its unit; not kept
         * @return the prediction, valid until the next call on this view
         */
        Prediction predict(double[] stimulus);
    }
}
