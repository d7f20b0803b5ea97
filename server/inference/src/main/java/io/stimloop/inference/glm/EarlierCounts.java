package io.stimloop.inference.glm;

import java.util.Arrays;

/** The counts of the last trials, of all neurons, and the regressors that they make. Not thread safe. */
final class EarlierCounts {
    private final GlmModel model;
    private final int lags;
    private final int units;
    /** By trial back, then by neuron; the newest trial is at {@code newest}. */
    private final double[] counts;
    private int newest;

    /** No trial yet: all counts are 0. */
    EarlierCounts(GlmModel model) {
        this(model, new double[model.mostLags() * model.units()], 0);
    }

    private EarlierCounts(GlmModel model, double[] counts, int newest) {
        this.model = model;
        this.lags = model.mostLags();
        this.units = model.units();
        this.counts = counts;
        this.newest = newest;
    }

    EarlierCounts copy() {
        return new EarlierCounts(model, counts.clone(), newest);
    }

    /** Takes in a trial; what is no count counts as 0. */
    void add(double[] response) {
        if (lags == 0) {
            return;
        }
        newest = (newest + lags - 1) % lags;
        for (int unit = 0; unit < units; unit++) {
            counts[newest * units + unit] = response[unit] >= 0 && response[unit] < Double.POSITIVE_INFINITY
                    ? response[unit]
                    : 0;
        }
    }

    /** Writes the tail of a neuron's regressors from an index on. */
    void writeTail(int unit, double[] out, int from) {
        int at = from;
        if (model.bias().present()) {
            out[at++] = 1;
        }
        for (int lag = 1; lag <= model.history().count(); lag++) {
            out[at++] = count(lag, unit);
        }
        if (model.coupling().count() == 0) {
            return;
        }
        for (int other = 0; other < units; other++) {
            for (int lag = 1; other != unit && lag <= model.coupling().count(); lag++) {
                out[at++] = count(lag, other);
            }
        }
    }

    /** The newest trial first, neuron by neuron. */
    double[] newestFirst() {
        double[] ordered = new double[counts.length];
        for (int lag = 1; lag <= lags; lag++) {
            for (int unit = 0; unit < units; unit++) {
                ordered[(lag - 1) * units + unit] = count(lag, unit);
            }
        }
        return ordered;
    }

    /** Takes over what {@link #newestFirst} gave. */
    void restore(double[] ordered) {
        System.arraycopy(ordered, 0, counts, 0, counts.length);
        newest = 0;
    }

    /** Forgets all trials. */
    void clear() {
        Arrays.fill(counts, 0);
    }

    private double count(int lag, int unit) {
        return counts[(newest + lag - 1) % lags * units + unit];
    }
}
