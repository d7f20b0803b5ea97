package io.stimloop.planning.lookahead;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.objective.Objective;

/**
 * Bounds on what further trials can bring, from above, for giving up early what cannot win.
 *
 * <p>Let {@code V_m(b)} be the value of m further trials from belief b, {@code V_0 = 0} and
 * {@code V_m(b) = max_x u(x, b) - cost + sum_r w_r V_(m-1)(b after x, r)}, with costs from 0 and weights of sum 1. Where
 * {@code u(x, b) <= U} for all x and b, {@code V_m(b) <= m U}, by induction over m, whichever candidates and responses are
 * followed up: this holds for every weighting of the responses.
 *
 * <p>Where the responses are followed up exactly, V is the expected sum of utilities of a policy, which is at most what
 * {@link Objective#mostInAll} says of b. Responses that are left out hold at most {@value #LEFT_OUT} of the probability;
 * that the others weigh the more for it raises the sum by that fraction for each trial at most.
 *
 * <p>There is no such bound in the one-step utilities of the present: the best stimulus after a response may tell more
 * than any stimulus does now.
 *
 * @param perTrial the most that one trial can bring whatever is believed; infinite where not known
 * @param objective what is useful
 * @param exact    whether responses are followed up exactly
 */
record Ceiling(double perTrial, Objective objective, boolean exact) {
    /** Beyond rounding: what is within this of the best is looked at. */
    private static final double MARGIN = 1e-9;
    /** More than the sum over ten alternatives of what each may be left out for. */
    private static final double LEFT_OUT = 1e-8;

    /** The most that so many trials can bring from any belief. */
    double ahead(int trials) {
        return trials == 0 ? 0 : trials * perTrial;
    }

    /** The most that so many trials can bring from this belief. */
    double ahead(Belief belief, int trials) {
        double all = exact && trials > 0
                ? objective.mostInAll(belief) * (1 + trials * LEFT_OUT)
                : Double.POSITIVE_INFINITY;
        return Math.min(ahead(trials), all);
    }

    /** Whether what can be at most this cannot beat the best. */
    static boolean hopeless(double atMost, double best) {
        return atMost < best - MARGIN * (1 + Math.abs(best));
    }
}
