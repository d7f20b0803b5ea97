package io.stimloop.planning.lookahead;

import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.pool.Faults;
import io.stimloop.planning.pool.RepeatedJob;
import io.stimloop.planning.pool.Work;
import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A crew's explorers at work on one pass after the other. Not thread safe. */
final class Expedition {
    private final RepeatedJob<PassWork> job;

    /**
     * @param explorers makes them, one for each seat of the crew; anew where one did not come back
     * @param prompt    whether the steps of the work are sure to return soon
     * @param nanoClock that cutoffs are on
     * @param faults    told where one did not come back
     */
    Expedition(Supplier<Explorer[]> explorers, Crew crew, boolean prompt, LongSupplier nanoClock,
            Faults faults) {
        job = new RepeatedJob<>(() -> new PassWork(explorers.get(), prompt), crew, nanoClock, faults);
    }

    /** Whether it is worth trying: not too many were lost. */
    boolean possible() {
        return job.possible();
    }

    /**
     * Works on a pass until it is done or the time is up.
     *
     * @return whether nobody is at work on it any more
     */
    boolean run(Pass pass, long cutoffNanos) {
        PassWork work = job.work();
        for (Explorer explorer : work.explorers) {
            explorer.begin(cutoffNanos);
        }
        work.pass = pass;
        job.run(cutoffNanos);
        return job.emptyBy(cutoffNanos);
    }

    /** Returns when nobody is at work that counts. */
    void settle() {
        job.settle();
    }

    /** Whether a belief of the last pass had more candidates than were followed up. Nobody may be at work. */
    boolean narrowed() {
        return Arrays.stream(job.work().explorers).anyMatch(Explorer::narrowed);
    }

    /** Beliefs looked at so far by those that came back. Nobody may be at work. */
    long beliefs() {
        return Arrays.stream(job.work().explorers).mapToLong(Explorer::beliefs).sum();
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
