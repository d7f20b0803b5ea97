package io.stimloop.planning.pool;

/**
 * A crew whose jobs come after those whose deadlines were promised.
 *
 * @param pool does them
 */
record BestEffort(WorkerPool pool) implements Crew {
    @Override
    public int seats() {
        return pool.seats();
    }

    @Override
    public Rank rank() {
        return Rank.BEST_EFFORT;
    }

    @Override
    public void run(Job job, long cutoffNanos) {
        pool.run(job, cutoffNanos);
    }

    @Override
    public void giveWay() {
        pool.giveWay();
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
        return pool.aside();
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
