package io.stimloop.planning.speculation;

import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.pool.Job;
import io.stimloop.planning.pool.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Does at once, on the calling thread, what nobody waits for. */
final class EagerCrew implements Crew {
    private final List<String> calls = new ArrayList<>();
    private Work speculative = seat -> false;

    /** In what order it was asked to give way and to begin. */
    List<String> calls() {
        return calls;
    }

    @Override
    public void giveWay() {
        calls.add("giveWay");
    }

    @Override
    public int seats() {
        return 1;
    }

    @Override
    public Job speculativeJob(Work work, LongSupplier nanoClock) {
        speculative = work;
        return Crew.alone().speculativeJob(work, nanoClock);
    }

    @Override
    public void begin(Job job) {
        calls.add("begin");
        Crew.alone().begin(job);
        while (speculative.doNext(0)) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void run(Job job, long cutoffNanos) {
        Crew.alone().run(job, cutoffNanos);
    }

    @Override
    public void end(Job job) {
        Crew.alone().end(job);
    }

    @Override
    public Crew aside() {
        return Crew.alone();
    }

    @Override
    public Crew bestEffort() {
        return this;
    }

    @Override
    public void abandon(Job job) {
        Crew.alone().abandon(job);
    }
}
