package io.stimloop.control.experiment;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Maintenance;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Has the maintenance of an experiment's belief done behind the loop's back, one piece at a time. Called by the
 * experiment's one writer, which never waits for it.
 */
final class Upkeep {
    private final Belief belief;
    private final Optional<Executor> background;
    private @Nullable CompletableFuture<Maintenance.Result> work;
    private boolean failed;

    private Upkeep(Belief belief, Optional<Executor> background) {
        this.belief = belief;
        this.background = background;
    }

    /**
     * Upkeep of a belief.
     *
     * @param background does the work; may reject it when it has too much, then it is offered again after the next
     *                   command
     */
    static Upkeep of(Belief belief, Executor background) {
        return new Upkeep(belief, Optional.of(background));
    }

    /** None. */
    static Upkeep off(Belief belief) {
        return new Upkeep(belief, Optional.empty());
    }

    /** Begins what is due, unless something is under way; whether something was begun. */
    boolean begin() {
        if (background.isEmpty() || work != null || failed) {
            return false;
        }
        Optional<Maintenance> due = belief.maintenance();
        return due.isPresent() && begin(due.get(), background.get());
    }

    private boolean begin(Maintenance due, Executor executor) {
        try {
            work = CompletableFuture.supplyAsync(due::run, executor);
            return true;
        } catch (RejectedExecutionException busy) {
            // It is due still, and offered again after the next command.
            return false;
        }
    }

    /** Whether there is a result to adopt. */
    boolean done() {
        return work != null && work.isDone();
    }

    /**
     * Changes the belief by what came of the work that is done; nobody else may read the belief meanwhile.
     *
     * @return what changed, for people
     * @throws CompletionException if the work failed: the belief is as it was and goes on without maintenance
     */
    String adopt() {
        CompletableFuture<Maintenance.Result> ready = work;
        if (ready == null) {
            throw new IllegalStateException("nothing was begun");
        }
        work = null;
        failed = true;
        Maintenance.Result result = ready.join();
        result.adopt();
        failed = false;
        return result.description();
    }
}
