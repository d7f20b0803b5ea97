package io.stimloop.gateway.page;

import io.stimloop.control.experiment.DecisionTimes;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** How long decisions took since the page began to listen, by stages, and how many of the latest were late. Not thread safe. */
final class Tempo {
    private static final long LONGEST_NANOS = 120_000_000_000L;
    private static final int DIGITS = 2;
    private static final double NANOS_PER_MS = 1e6;
    private static final int LATEST = 100;
    /** Bars of the histogram: two for each doubling, from 1/64 of the deadline to its eightfold. */
    private static final int FIRST_BAR = -12;
    private static final int LAST_BAR = 6;

    private final double deadlineMs;
    private final Histogram total = new Histogram(LONGEST_NANOS, DIGITS);
    private final Histogram learn = new Histogram(LONGEST_NANOS, DIGITS);
    private final Histogram plan = new Histogram(LONGEST_NANOS, DIGITS);
    private final Histogram send = new Histogram(LONGEST_NANOS, DIGITS);
    private final boolean[] late = new boolean[LATEST];
    private long decisions;

    /**
     * A stage of decisions.
     *
     * @param name learn, plan or send
     */
    record Stage(String name, double p50Ms, double p99Ms) {}

    /**
     * How many decisions took how long.
     *
     * @param upperMs upper ends of the bars, ascending; the deadline is one; the last has none
     * @param count   in each bar
     */
    record Bars(double[] upperMs, long[] count) {}

    Tempo(double deadlineMs) {
        this.deadlineMs = deadlineMs;
    }

    void add(DecisionTimes times) {
        record(total, times.totalNanos());
        record(learn, times.learnedNanos() - times.arrivedNanos());
        record(plan, times.plannedNanos() - times.learnedNanos());
        record(send, times.sentNanos() - times.plannedNanos());
        late[(int) (decisions % LATEST)] = times.missed();
        decisions++;
    }

    private static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.clamp(nanos, 0, LONGEST_NANOS));
    }

    /** Of the latest hundred commands, those that left late. */
    int missedOf100() {
        int count = 0;
        for (boolean missed : late) {
            count += missed ? 1 : 0;
        }
        return count;
    }

    List<Stage> stages() {
        return List.of(stage("learn", learn), stage("plan", plan), stage("send", send));
    }

    private static Stage stage(String name, Histogram histogram) {
        return new Stage(name, ms(histogram, 50), ms(histogram, 99));
    }

    private static double ms(Histogram histogram, double percentile) {
        return histogram.getTotalCount() == 0
                ? Double.NaN
                : histogram.getValueAtPercentile(percentile) / NANOS_PER_MS;
    }

    Bars bars() {
        List<Double> upper = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        long below = 0;
        for (int bar = FIRST_BAR; bar <= LAST_BAR; bar++) {
            double upperMs = deadlineMs * Math.pow(2, bar / 2.0);
            long through = total.getTotalCount() == 0
                    ? 0
                    : total.getCountBetweenValues(0, (long) (upperMs * NANOS_PER_MS));
            upper.add(upperMs);
            counts.add(through - below);
            below = through;
        }
        upper.add(Double.NaN);
        counts.add(total.getTotalCount() - below);
        return new Bars(upper.stream().mapToDouble(Double::doubleValue).toArray(),
                counts.stream().mapToLong(Long::longValue).toArray());
    }
}
