package io.stimloop.planning.pattern;

import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.pool.Faults;
import io.stimloop.planning.pool.RepeatedJob;
import java.util.function.LongSupplier;

/**
 * Values patterns, batch by batch, until the time is up, and remembers the best. Whatever is put in must be a pattern that
 * the rules allow. Not thread safe.
 */
final class Valuation {
    /** However much time there is, no search values more. */
    static final int MOST = 1_000_000;

    private final RepeatedJob<PatternBatch> job;
    private final PatternRules rules;
    private final Finds finds;
    private final double[] darkness;
    private long cutoffNanos;
    private int evaluated;
    private int skipped;
    private int done;

    Valuation(PatternValue value, PatternRules rules, Crew crew, LongSupplier nanoClock,
            Faults faults) {
        this.rules = rules;
        this.job = new RepeatedJob<>(
                () -> new PatternBatch(value, rules.targets(), crew.seats(), faults::report), crew, nanoClock,
                faults);
        this.finds = new Finds(rules.targets());
        this.darkness = new double[rules.targets()];
    }

    /** Begins a search; returns whether it is worth trying. */
    boolean begin(long newCutoffNanos) {
        cutoffNanos = newCutoffNanos;
        evaluated = 0;
        skipped = 0;
        finds.clear();
        settle();
        job.work().clear();
        return job.possible();
    }

    /** Returns when nobody values any more. */
    void settle() {
        job.settle();
    }

    /** Puts a pattern into the batch, which must not be full; see {@link PatternBatch#add}. */
    double[] add(double[] pattern, long tag) {
        return job.work().add(pattern, tag);
    }

    boolean full() {
        return job.work().size() == PatternBatch.CAPACITY;
    }

    /** How many are in the batch. */
    int waiting() {
        return job.work().size();
    }

    /**
     * Values the batch. Its values can be read until {@link #clear}.
     *
     * @return whether all were valued; if not, the search is over
     */
    boolean run() {
        int size = job.work().size();
        if (size == 0) {
            done = 0;
            return true;
        }
        job.run(cutoffNanos);
        done = job.work().done();
        for (int i = 0; i < done; i++) {
            double value = job.work().value(i);
            evaluated++;
            skipped += Double.isNaN(value) ? 1 : 0;
            finds.offer(job.work().row(i), value);
        }
        return done == size && job.emptyBy(cutoffNanos) && evaluated < MOST;
    }

    /** Empties the batch. */
    void clear() {
        job.work().clear();
    }

    /** How many the last run valued. */
    int done() {
        return done;
    }

    /** A value of the last run. */
    double value(int index) {
        return job.work().value(index);
    }

    /** What a pattern of the last run was put in with. */
    long tag(int index) {
        return job.work().tag(index);
    }

    /** A pattern of the last run. */
    double[] row(int index) {
        return job.work().row(index);
    }

    /** The value of no light at all, which is no find unless it may be presented; NaN where there is none. */
    double dark() {
        add(darkness, 0);
        job.run(cutoffNanos);
        double value = job.work().done() == 1 ? job.work().value(0) : Double.NaN;
        evaluated++;
        if (rules.dark()) {
            finds.offer(darkness, value);
        }
        job.settle();
        clear();
        return value;
    }

    Finds finds() {
        return finds;
    }

    /** Patterns valued since the beginning. */
    int evaluated() {
        return evaluated;
    }

    /** Of these, those that had no value. */
    int skipped() {
        return skipped;
    }
}
