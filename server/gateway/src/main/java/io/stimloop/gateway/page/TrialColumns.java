package io.stimloop.gateway.page;

import java.time.Instant;
import java.util.List;

/**
 * Trials in columns of the same length, as the page has them.
 *
 * @param trial        numbers, ascending
 * @param stimulus     empty for a blank
 * @param counts       counts, choices or values
 * @param source       of the decision
 * @param expectedNats NaN where nothing was scored
 * @param entropyNats  after learning; NaN where nobody looked at that moment
 * @param latencyMs    of the decision
 * @param missed       whether the command left late
 * @param cause        why
 * @param invalid      whether nothing was learned from it
 * @param at           when the command left
 */
record TrialColumns(long[] trial, double[][] stimulus, List<List<? extends Number>> counts,
        List<String> source,
        double[] expectedNats, double[] entropyNats, double[] latencyMs, boolean[] missed, List<String> cause,
        boolean[] invalid, List<String> at) {

    /** @param first place of the first row in the entropies */
    static TrialColumns of(List<TrialRow> rows, double[] entropies, int first) {
        int n = rows.size();
        boolean[] missed = new boolean[n];
        boolean[] invalid = new boolean[n];
        double[] entropyNats = new double[n];
        for (int i = 0; i < n; i++) {
            missed[i] = rows.get(i).missed();
            invalid[i] = rows.get(i).invalid();
            entropyNats[i] = entropies[first + i];
        }
        return new TrialColumns(rows.stream().mapToLong(TrialRow::trial).toArray(),
                rows.stream().map(TrialRow::stimulus).toArray(double[][]::new),
                rows.stream().<List<? extends Number>>map(TrialRow::response).toList(),
                rows.stream().map(TrialRow::source).toList(),
                rows.stream().mapToDouble(TrialRow::expectedNats).toArray(), entropyNats,
                rows.stream().mapToDouble(TrialRow::latencyMs).toArray(), missed,
                rows.stream().map(TrialRow::cause).toList(), invalid,
                rows.stream().map(row -> Instant.ofEpochMilli(row.atMillis()).toString()).toList());
    }

    /** How many there are. */
    int size() {
        return trial.length;
    }

    /** The number of the last one. */
    long last() {
        return trial[trial.length - 1];
    }
}
