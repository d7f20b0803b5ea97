package io.stimloop.inference.map;

import io.stimloop.inference.response.CountNoise;
import java.util.Arrays;

/**
 * The distinct stimuli presented so far and what came of them; all hypotheses about the kernel share them. Stimuli
 * nearer to each other than a thousandth of a length are the same. At most {@link #limit} stimuli are told apart:
 * after that a new one counts as the nearest of them. Not thread safe.
 */
final class Observations {
    private static final int FIRST_CAPACITY = 16;

    private final MapModel model;
    private final Covariance measure;
    private final double[] point;
    private Places places;
    private double[][] stimuli = new double[FIRST_CAPACITY][];
    private double[] sums = new double[FIRST_CAPACITY];
    private double[] visits = new double[FIRST_CAPACITY];
    private double[] scratch = new double[FIRST_CAPACITY];
    private final double[] logConstants;
    private long trials;
    private long merged;

    Observations(MapModel model) {
        this.model = model;
        this.measure = model.covariance(model.kernels().getFirst());
        this.point = new double[model.geometry().coordinates()];
        this.places = new Places(model.geometry());
        this.logConstants = new double[model.dispersions().length];
    }

    Observations(Observations other) {
        this.model = other.model;
        this.measure = other.measure;
        this.point = other.point.clone();
        this.places = other.places.copy();
        this.stimuli = other.stimuli.clone();
        this.sums = other.sums.clone();
        this.visits = other.visits.clone();
        this.scratch = other.scratch.clone();
        this.logConstants = other.logConstants.clone();
        this.trials = other.trials;
        this.merged = other.merged;
    }

    static long bytes(MapModel model) {
        long most = model.limit();
        return Places.bytes(model.geometry(), most)
                + (long) Double.BYTES * (6 + model.geometry().dimensions()) * (most + most / 2);
    }

    /** Takes in a trial; returns the place it counts for. */
    int add(double[] stimulus, int count) {
        int place = place(stimulus);
        sums[place] += count;
        visits[place]++;
        for (int d = 0; d < logConstants.length; d++) {
            logConstants[d] += new CountNoise(model.dispersions()[d]).logConstant(count);
        }
        trials++;
        return place;
    }

    private int place(double[] stimulus) {
        int n = count();
        model.geometry().locate(stimulus, point);
        int found = n == 0 ? -1 : measure.find(places, point, n, scratch);
        if (found >= 0) {
            return found;
        }
        if (n < model.limit()) {
            append(stimulus);
            return n;
        }
        merged++;
        return -found - 1;
    }

    private void append(double[] stimulus) {
        int n = count();
        if (n == sums.length) {
            int capacity = n + n / 2 + 1;
            stimuli = Arrays.copyOf(stimuli, capacity);
            sums = Arrays.copyOf(sums, capacity);
            visits = Arrays.copyOf(visits, capacity);
            scratch = new double[capacity];
        }
        stimuli[n] = stimulus.clone();
        places.add(stimulus);
    }

    /** Takes in what {@link MapState} kept of one place. */
    void restore(double[] stimulus, double sum, double visited) {
        append(stimulus);
        sums[count() - 1] = sum;
        visits[count() - 1] = visited;
    }

    void restore(long learned, long mergedTrials, double[] constants) {
        trials = learned;
        merged = mergedTrials;
        System.arraycopy(constants, 0, logConstants, 0, logConstants.length);
    }

    /** Trials at the place that is the same stimulus as a point; 0 where there is none. */
    double visitsNear(double[] wanted) {
        int found = count() == 0 ? -1 : measure.find(places, wanted, count(), scratch);
        return found < 0 ? 0 : visits[found];
    }

    /** Whether no trial had a spike. */
    boolean silent() {
        return Arrays.stream(sums, 0, count()).allMatch(sum -> sum == 0);
    }

    /** Most places. */
    int limit() {
        return model.limit();
    }

    int count() {
        return places.count();
    }

    Places places() {
        return places;
    }

    double[] stimulus(int place) {
        return stimuli[place];
    }

    /** Spikes counted at a place, in all its trials. */
    double sum(int place) {
        return sums[place];
    }

    /** Trials at a place. */
    double visits(int place) {
        return visits[place];
    }

    long trials() {
        return trials;
    }

    /** Trials whose stimulus was told apart from none of those before, for want of room. */
    long merged() {
        return merged;
    }

    /** The part of the log likelihood that depends on the dispersion but not on f. */
    double logConstant(int dispersion) {
        return logConstants[dispersion];
    }
}
