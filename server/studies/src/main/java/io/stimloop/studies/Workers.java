package io.stimloop.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Threads for experiments that know nothing of each other. */
final class Workers {
    private Workers() {}

    /**
     * The results of tasks 0 to n - 1, in their order, whatever the number of threads.
     *
     * @throws IllegalStateException when a task failed, with the cause
     */
    static <T> List<T> map(int tasks, int threads, IntFunction<T> task) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < tasks; i++) {
                int index = i;
                futures.add(pool.submit(() -> task.apply(index)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(result(future, pool));
            }
            return results;
        }
    }

    private static <T> T result(Future<T> future, ExecutorService pool) {
        try {
            return future.get();
        } catch (InterruptedException stopping) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopping);
        } catch (ExecutionException failed) {
            pool.shutdownNow();
            throw new IllegalStateException("an experiment failed", failed.getCause());
        }
    }
}
