package io.stimloop.inference.grid;

import io.stimloop.inference.belief.Belief;

/** A stimulus and the count it was answered with. */
record Trial(double stimulus, int count) {
    /** Lets a belief learn from it; returns what {@link Belief#condition} returns. */
    double teach(Belief belief) {
        return belief.condition(new double[]{stimulus}, new double[]{count});
    }
}
