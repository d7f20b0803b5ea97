package io.stimloop.planning.lookahead;

/**
 * How far ahead is looked, and how broadly.
 *
 * @param steps      trials, the next one included, from 1
 * @param candidates most stimuli that are followed up at each step, those with the greatest one-step utility; 0 for as
 *                   many as time allows
 * @param responses  most responses to each that are followed up; 0 for {@value #USUAL_RESPONSES}. All alternatives of a
 *                   choice are, always
 */
public record Horizon(int steps, int candidates, int responses) {
    /** Stimuli followed up at first where it is left to the time. */
    static final int USUAL_CANDIDATES = 8;
    /** Stimuli followed up at most where it is left to the time. */
    static final int MOST_CANDIDATES = 256;
    /** Responses followed up where nothing is said. */
    public static final int USUAL_RESPONSES = 6;

    /** Stimuli followed up at first. */
    int width() {
        return candidates == 0 ? USUAL_CANDIDATES : candidates;
    }

    /** Responses followed up. */
    int branches() {
        return responses == 0 ? USUAL_RESPONSES : responses;
    }
}
