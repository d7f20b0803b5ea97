package io.stimloop.inference.belief;

import java.util.function.BooleanSupplier;

/**
 * Finds the best stimulus of at most a given Euclidean length, among all there are and not only among candidates. What
 * some beliefs can do besides answering about candidates. Not thread safe; deterministic.
 */
public interface BallSearch {
    /**
     * Searches with the belief as it is now.
     *
     * @param goOn asked now and then; the search is given up when it says no
     * @return false when it was given up: there is no result then
     */
    boolean search(BooleanSupplier goOn);

    /** The stimulus that the last search found, a new array. */
    double[] stimulus();

    /** The answer to the predictor's question about it, valid until the next search. */
    Prediction prediction();
}
