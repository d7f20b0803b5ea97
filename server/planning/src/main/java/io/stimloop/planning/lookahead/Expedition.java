package io.stimloop.planning.lookahead;

import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.pool.Job;
import io.stimloop.planning.pool.Work;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A crew's explorers at work on one pass after the other. An explorer that does not come back is given up, and all others
 * with it: nothing is explored any more then. Not thread safe.
 */
final class Expedition {
    /** How long one that is inside is waited for when the time is up: some steps of its work. */
    private static final long PATIENCE_NANOS = 2_000_000;
    private static final int PIECES_OF_PATIENCE = 2;

    private final Explorer[] explorers;
    private final Crew crew;
    private final Job job;
    private final PassWork work;
    private boolean lost;

    /**
     * @param explorers one for each seat of the crew
     * @param prompt    whether the steps of the work are sure to return soon
     * @param nanoClock that cutoffs are on
     */
    Expedition(Explorer[] explorers, Crew crew, boolean prompt, LongSupplier nanoClock) {
        this.explorers = explorers;
        this.crew = crew;
        this.work = new PassWork(explorers, prompt);
        this.job = crew.job(work, nanoClock);
    }

    /** Whether it can go on: nobody was lost. */
    boolean possible() {
        return !lost;
    }

    /** Works on a pass until it is done or the time is up. */
    void run(Pass pass, long cutoffNanos) {
        for (Explorer explorer : explorers) {
            explorer.begin(cutoffNanos);
        }
        work.pass = pass;
        crew.run(job, cutoffNanos);
    }

    /** Returns when nobody is at work that counts; false when one had to be given up. */
    boolean settle() {
        if (!lost && !job.settle(PATIENCE_NANOS + PIECES_OF_PATIENCE * job.pieceNanos())) {
            crew.abandon(job);
            lost = true;
        }
        return !lost;
    }

    /** Whether a belief of the last pass had more candidates than were followed up. Settled. */
    boolean narrowed() {
        return Arrays.stream(explorers).anyMatch(Explorer::narrowed);
    }

    /** Beliefs looked at so far. Settled. */
    long beliefs() {
        return Arrays.stream(explorers).mapToLong(Explorer::beliefs).sum();
    }

    /** What the crew does: the pieces of the pass of the moment. */
    private static final class PassWork implements Work {
        private final Explorer[] explorers;
        private final boolean prompt;
        private volatile @Nullable Pass pass;

        private PassWork(Explorer[] explorers, boolean prompt) {
            this.explorers = explorers;
            this.prompt = prompt;
        }

        @Override
        public boolean doNext(int seat) {
            Pass now = pass;
            return now != null && now.doNext(explorers[seat]);
        }

        @Override
        public boolean prompt() {
            return prompt;
        }
    }
}
