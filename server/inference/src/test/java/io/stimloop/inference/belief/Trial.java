package io.stimloop.inference.belief;

/** A stimulus and the count it was answered with. */
record Trial(double stimulus, int count) {
    /** Lets a belief learn from it; returns what {@link Belief#condition} returns. */
    double teach(Belief belief) {
        return belief.condition(new double[]{stimulus}, new int[]{count});
    }
}
