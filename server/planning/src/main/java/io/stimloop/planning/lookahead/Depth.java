package io.stimloop.planning.lookahead;

import java.util.ArrayList;
import java.util.List;

/**
 * One pass over the candidates of the next trial.
 *
 * @param steps trials ahead, the next one included, from 2
 * @param width most candidates that are followed up at each step
 */
record Depth(int steps, int width) {
    /**
     * The passes in their order: deeper and deeper, and then, where the width is left to the time, broader and broader
     * until every candidate is followed up, or {@value Horizon#MOST_CANDIDATES} are.
     */
    static List<Depth> passes(Horizon horizon, int candidates) {
        List<Depth> passes = new ArrayList<>();
        int width = Math.min(horizon.width(), candidates);
        for (int steps = 2; steps <= horizon.steps(); steps++) {
            passes.add(new Depth(steps, width));
        }
        int broadest = Math.min(candidates, Horizon.MOST_CANDIDATES);
        while (horizon.steps() > 1 && horizon.candidates() == 0 && width < broadest) {
            width = Math.min(2 * width, broadest);
            passes.add(new Depth(horizon.steps(), width));
        }
        return List.copyOf(passes);
    }

    /**
     * The most beliefs that are looked at for one response to one candidate of the next trial.
     *
     * @param reachable candidates that may follow, at most
     * @param responses that are followed up, at most
     */
    double beliefs(int reachable, int responses) {
        double beliefs = 1;
        for (int step = 2; step < steps; step++) {
            beliefs *= (double) Math.min(width, reachable) * responses;
        }
        return beliefs;
    }
}
