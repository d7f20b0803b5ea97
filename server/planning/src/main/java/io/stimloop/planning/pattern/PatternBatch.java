package io.stimloop.planning.pattern;

import io.stimloop.planning.pool.Work;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Consumer;

/**
 * Patterns that are valued together, one to a piece of work. Which thread values a pattern makes no difference; those
 * count that come before the first that was not done in time. Filled by one thread while nobody values.
 */
final class PatternBatch implements Work {
    /** Enough for a second thread to be worth its while, few enough to be done before a better way is known. */
    static final int CAPACITY = 64;
    /** Bits of a value not yet known: a NaN that {@link Double#doubleToLongBits} never gives. */
    private static final long PENDING = -1L;

    private final boolean prompt;
    private final PatternValue.View[] views;
    private final Consumer<Throwable> faults;
    private final double[][] rows;
    private final long[] tags = new long[CAPACITY];
    private final AtomicLongArray values = new AtomicLongArray(CAPACITY);
    private final AtomicInteger taken = new AtomicInteger();
    private int size;

    PatternBatch(PatternValue value, int targets, int seats, Consumer<Throwable> faults) {
        this.prompt = value.prompt();
        this.views = new PatternValue.View[seats];
        this.faults = faults;
        this.rows = new double[CAPACITY][targets];
        Arrays.setAll(views, seat -> value.newView());
    }

    static long bytes(int targets) {
        return (long) CAPACITY * Double.BYTES * (targets + 4L);
    }

    /** Empties it. */
    void clear() {
        size = 0;
        taken.set(0);
    }

    /**
     * Takes in a pattern.
     *
     * @param tag by which whoever filled it knows it again
     * @return its row, which may be modified until it is valued
     */
    double[] add(double[] pattern, long tag) {
        double[] row = rows[size];
        System.arraycopy(pattern, 0, row, 0, row.length);
        tags[size] = tag;
        values.setPlain(size, PENDING);
        size++;
        return row;
    }

    int size() {
        return size;
    }

    double[] row(int index) {
        return rows[index];
    }

    long tag(int index) {
        return tags[index];
    }

    /** The value of one of those done; NaN where it has none. */
    double value(int index) {
        return Double.longBitsToDouble(values.getAcquire(index));
    }

    /** How many are done, the first that is not and all after it aside. */
    int done() {
        for (int i = 0; i < size; i++) {
            if (pending(i)) {
                return i;
            }
        }
        return size;
    }

    private boolean pending(int index) {
        return values.getAcquire(index) == PENDING;
    }

    @Override
    public boolean doNext(int seat) {
        int index = taken.getAndIncrement();
        if (index >= size) {
            return false;
        }
        value(index, seat);
        return true;
    }

    @Override
    public boolean overtake(int seat) {
        int index = done();
        if (index >= Math.min(size, taken.get())) {
            return false;
        }
        value(index, seat);
        return true;
    }

    @Override
    public boolean prompt() {
        return prompt;
    }

    private void value(int index, int seat) {
        double value;
        try {
            value = views[seat].of(rows[index]);
        } catch (Throwable fault) {
            faults.accept(fault);
            value = Double.NaN;
        }
        values.setRelease(index, Double.doubleToLongBits(value));
    }
}
