package io.stimloop.planning.pool;

/** A worker inside a piece that nobody waits for, which does not let more urgent jobs wait. */
final class Aside implements Crew {
    private final WorkerPool pool;

    Aside(WorkerPool pool) {
        this.pool = pool;
    }

    @Override
    public int seats() {
        return 1;
    }

    @Override
    public void run(Job job, long cutoffNanos) {
        job.runAlone(cutoffNanos, this::helpUrgent);
    }

    private void helpUrgent() {
        if (Thread.currentThread() instanceof Worker worker) {
            Job urgent = pool.mostUrgent(Rank.BEST_EFFORT);
            while (urgent != null) {
                worker.help(urgent);
                urgent = pool.mostUrgent(Rank.BEST_EFFORT);
            }
        }
        Turns.letOthersRun();
    }

    @Override
    public void begin(Job job) {
        pool.begin(job);
    }

    @Override
    public void end(Job job) {
        pool.end(job);
    }

    @Override
    public Crew aside() {
        return this;
    }

    @Override
    public Crew bestEffort() {
        return this;
    }

    @Override
    public void abandon(Job job) {
        pool.abandon(job);
    }
}
