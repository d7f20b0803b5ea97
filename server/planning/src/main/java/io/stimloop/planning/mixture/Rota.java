package io.stimloop.planning.mixture;

import io.stimloop.numerics.random.Streams;

/** Whose turn a trial is: a function of its position alone, so that a trial that was dropped stays with its planner. */
@FunctionalInterface
public interface Rota {
    /**
     * The planner of a trial.
     *
     * @param position trials that counted so far, from 0
     * @return its index
     */
    int planner(long position);

    /**
     * The second of two with a probability, drawn for every trial independently; else the first.
     *
     * @param epsilon probability of the second, from 0 to 1
     * @param seed    of the experiment
     */
    static Rota random(double epsilon, long seed) {
        long purpose = 0x6d697874757265L;
        return position -> Streams.of(seed, position, purpose).nextDouble() < epsilon ? 1 : 0;
    }

    /**
     * One after the other, and the one after the last of these stages for ever.
     *
     * @param trials of each stage but the last, from 1 each; not to be modified
     */
    static Rota stages(long... trials) {
        return position -> {
            int stage = 0;
            long left = position;
            while (stage < trials.length && left >= trials[stage]) {
                left -= trials[stage];
                stage++;
            }
            return stage;
        };
    }
}
