package io.stimloop.gateway.page;

import java.util.ArrayList;
import java.util.List;

/**
 * The trials of an experiment, in bounded memory: the latest are all there, and the older they are, the fewer of them. When
 * it is full, every second of the older three quarters goes. Not thread safe.
 */
final class TrialHistory {
    /** Numbers that all rows together may hold. */
    private static final int MOST_NUMBERS = 1 << 20;
    private static final int MOST_ROWS = 20_000;
    private static final int FEWEST_ROWS = 64;
    private static final int KEPT_WHOLE = 4;
    /** What a row holds beside its stimulus and response. */
    private static final int OTHER_NUMBERS = 16;

    private final int most;
    private final List<TrialRow> rows = new ArrayList<>();
    private double[] entropyNats;

    /** @param numbers of a stimulus and a response together */
    TrialHistory(int numbers) {
        most = Math.clamp(MOST_NUMBERS / (numbers + OTHER_NUMBERS), FEWEST_ROWS, MOST_ROWS);
        entropyNats = new double[most];
    }

    /** The most rows there are. */
    int most() {
        return most;
    }

    /** Adds the next trial. */
    void add(TrialRow row) {
        if (rows.size() == most) {
            thin();
        }
        entropyNats[rows.size()] = Double.NaN;
        rows.add(row);
    }

    private void thin() {
        List<TrialRow> kept = new ArrayList<>(most);
        double[] keptNats = new double[most];
        int whole = most - most / KEPT_WHOLE;
        for (int i = 0; i < most; i++) {
            if (i >= whole || i % 2 == 0) {
                keptNats[kept.size()] = entropyNats[i];
                kept.add(rows.get(i));
            }
        }
        rows.clear();
        rows.addAll(kept);
        entropyNats = keptNats;
    }

    /** The belief held so much after it had learned from so many trials. */
    void entropy(long learned, double nats) {
        for (int i = rows.size() - 1; i >= 0 && rows.get(i).learned() >= learned; i--) {
            if (rows.get(i).learned() == learned && !rows.get(i).invalid()) {
                entropyNats[i] = nats;
            }
        }
    }

    /** How many there are. */
    int size() {
        return rows.size();
    }

    /** The number of the last trial after which the belief had learned from at most so many; 0: none. */
    long lastWithin(long learned) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (rows.get(i).learned() <= learned) {
                return rows.get(i).trial();
            }
        }
        return 0;
    }

    /** At most so many trials after this one, up to that one, in columns. */
    TrialColumns after(long trial, long through, int count) {
        int from = 0;
        int until = rows.size();
        while (from < until) {
            int middle = (from + until) >>> 1;
            if (rows.get(middle).trial() <= trial) {
                from = middle + 1;
            } else {
                until = middle;
            }
        }
        int to = from;
        while (to < rows.size() && to - from < count && rows.get(to).trial() <= through) {
            to++;
        }
        return TrialColumns.of(rows.subList(from, to), entropyNats, from);
    }

    /** The number of the trial before the latest so many. */
    long beforeLatest(int count) {
        return rows.size() <= count ? 0 : rows.get(rows.size() - count - 1).trial();
    }
}
