package io.stimloop.planning.pool;

/** The thread that asks. */
final class Alone implements Crew {
    static final Crew CREW = new Alone();

    private Alone() {}

    @Override
    public int seats() {
        return 1;
    }

    @Override
    public void run(Job job, long cutoffNanos) {
        job.runAlone(cutoffNanos, () -> {});
    }

    @Override
    public void begin(Job job) {
        job.open(Long.MIN_VALUE);
    }

    @Override
    public void end(Job job) {
        job.close();
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
        throw new IllegalStateException("the thread that asks is the only one that could be inside");
    }
}
