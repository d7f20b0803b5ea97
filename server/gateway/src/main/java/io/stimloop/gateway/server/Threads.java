package io.stimloop.gateway.server;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Bounded pools of named daemon threads. */
final class Threads {
    private static final int IDLE_SECONDS = 30;

    private Threads() {}

    /**
     * At most so many threads and so many waiting tasks; one more is rejected. Threads end when idle.
     *
     * @param name of the threads, followed by a number
     */
    static ExecutorService bounded(String name, int threads, int waiting) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(threads, threads, IDLE_SECONDS, TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform().daemon().name(name + "-", 1).factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
