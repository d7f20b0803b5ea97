package io.stimloop.control.experiment;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs tasks one at a time in the order they came, on threads of another executor: what makes an experiment
 * have one writer. Over {@code Runnable::run} the thread that finds it idle runs its own task, and whatever
 * came meanwhile, without a hop. Bounded. Thread safe; no thread ever waits.
 */
final class SerialExecutor {
    private final Executor target;
    private final int capacity;
    private final Consumer<Throwable> failures;
    private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();

    /**
     * Makes an idle executor.
     *
     * @param target   runs the tasks; may run them on the calling thread
     * @param capacity most tasks that may wait or run
     * @param failures told what a task threw; must not throw
     */
    SerialExecutor(Executor target, int capacity, Consumer<Throwable> failures) {
        this.target = target;
        this.capacity = capacity;
        this.failures = failures;
    }

    /**
     * Runs the task after those that came before it.
     *
     * @return false, and the task is not run, if {@code capacity} tasks wait already
     */
    boolean offer(Runnable task) {
        return offer(task, capacity);
    }

    /** As {@link #offer(Runnable)}, leaving room for others: not if {@code most} tasks wait already. */
    boolean offer(Runnable task, int most) {
        int before = pending.getAndUpdate(n -> n < most ? n + 1 : n);
        if (before >= most) {
            return false;
        }
        queue.add(task);
        if (before == 0) {
            target.execute(this::drain);
        }
        return true;
    }

    private void drain() {
        do {
            runNext();
        } while (pending.decrementAndGet() > 0);
    }

    private void runNext() {
        Runnable task = queue.poll();
        // A task is counted before it is queued; its thread is between the two.
        while (task == null) {
            Thread.onSpinWait();
            task = queue.poll();
        }
        try {
            task.run();
        } catch (RuntimeException | Error failure) {
            failures.accept(failure);
        }
    }
}
