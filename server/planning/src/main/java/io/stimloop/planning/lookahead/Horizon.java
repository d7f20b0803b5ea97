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
    /** The next trial and no more. */
    public static final Horizon NEXT = new Horizon(1, 0, 0);

    /** Stimuli followed up at first where it is left to the time. */
    static final int USUAL_CANDIDATES = 8;
    /** Stimuli followed up at most where it is left to the time. */
    public static final int MOST_CANDIDATES = 256;
    /** Responses followed up where nothing is said. */
    public static final int USUAL_RESPONSES = 6;

    /** Whether more than the next trial is looked at. */
    public boolean ahead() {
        return steps > 1;
    }

    /** Beliefs that are looked at for a decision to the whole depth, about. */
    public double beliefs() {
        return StrictMath.pow((double) width() * branches(), steps - 1.0);
    }

    /** Stimuli followed up at first. */
    int width() {
        return candidates == 0 ? USUAL_CANDIDATES : candidates;
    }

    /** Responses followed up. */
    int branches() {
        return responses == 0 ? USUAL_RESPONSES : responses;
    }
}
