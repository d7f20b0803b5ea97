package io.stimloop.planning.pattern;

import io.stimloop.planning.pool.Crew;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Values patterns, batch by batch, until the time is up, and remembers the best. Whatever is put in must be a pattern that
 * the rules allow. Not thread safe.
 */
final class Valuation {
    /** However much time there is, no search values more. */
    static final int MOST = 1_000_000;

    private final BatchJob job;
    private final PatternRules rules;
    private final Finds finds;
    private final double[] darkness;
    private long cutoffNanos;
    private int evaluated;
    private int skipped;
    private int done;

    Valuation(PatternValue value, PatternRules rules, Crew crew, LongSupplier nanoClock,
            Consumer<Throwable> faults) {
        this.rules = rules;
        this.job = new BatchJob(() -> new PatternBatch(value, rules.targets(), crew.seats(), faults), crew,
                nanoClock);
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
        job.batch().clear();
        return job.possible();
    }

    /** Returns when nobody values any more. */
    void settle() {
        job.settle();
    }

    /** Puts a pattern into the batch, which must not be full; see {@link PatternBatch#add}. */
    double[] add(double[] pattern, long tag) {
        return job.batch().add(pattern, tag);
    }

    boolean full() {
        return job.batch().size() == PatternBatch.CAPACITY;
    }

    /** How many are in the batch. */
    int waiting() {
        return job.batch().size();
    }

    /**
     * Values the batch. Its values can be read until {@link #clear}.
     *
     * @return whether all were valued; if not, the search is over
     */
    boolean run() {
        int size = job.batch().size();
        if (size == 0) {
            done = 0;
            return true;
        }
        done = job.run(cutoffNanos);
        for (int i = 0; i < done; i++) {
            double value = job.batch().value(i);
            evaluated++;
            skipped += Double.isNaN(value) ? 1 : 0;
            finds.offer(job.batch().row(i), value);
        }
        boolean complete = done == size;
        if (complete && !job.settle()) {
            done = 0;
            return false;
        }
        return complete && evaluated < MOST;
    }

    /** Empties the batch. */
    void clear() {
        job.batch().clear();
    }

    /** How many the last run valued. */
    int done() {
        return done;
    }

    /** A value of the last run. */
    double value(int index) {
        return job.batch().value(index);
    }

    /** What a pattern of the last run was put in with. */
    long tag(int index) {
        return job.batch().tag(index);
    }

    /** A pattern of the last run. */
    double[] row(int index) {
        return job.batch().row(index);
    }

    /** The value of no light at all, which is no find unless it may be presented; NaN where there is none. */
    double dark() {
        add(darkness, 0);
        double value = job.run(cutoffNanos) == 1 ? job.batch().value(0) : Double.NaN;
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
