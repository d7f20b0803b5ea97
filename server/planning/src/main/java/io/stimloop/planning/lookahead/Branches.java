package io.stimloop.planning.lookahead;

/** Responses that a stimulus may get, each with a weight; the weights sum to 1. Filled anew again and again. */
final class Branches {
    private final double[][] responses;
    private final double[] weights;
    private int count;

    /** For at most so many responses of so many units. */
    Branches(int most, int units) {
        responses = new double[most][units];
        weights = new double[most];
    }

    void clear() {
        count = 0;
    }

    /** Adds a response, to be filled in by the caller. */
    double[] add(double weight) {
        weights[count] = weight;
        return responses[count++];
    }

    /** Makes the weights sum to 1; there must be one. */
    void normalise() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += weights[i];
        }
        for (int i = 0; i < count; i++) {
            weights[i] /= sum;
        }
    }

    /** Puts the heaviest first, and of equals the one that was added first. An insertion sort: they are few. */
    void sort() {
        for (int i = 1; i < count; i++) {
            double weight = weights[i];
            double[] response = responses[i];
            int at = i;
            for (; at > 0 && weights[at - 1] < weight; at--) {
                weights[at] = weights[at - 1];
                responses[at] = responses[at - 1];
            }
            weights[at] = weight;
            responses[at] = response;
        }
    }

    int count() {
        return count;
    }

    double weight(int i) {
        return weights[i];
    }

    /** Not to be modified; overwritten later. */
    double[] response(int i) {
        return responses[i];
    }
}
