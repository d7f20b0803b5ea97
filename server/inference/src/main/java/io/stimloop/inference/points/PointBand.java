package io.stimloop.inference.points;

import io.stimloop.inference.belief.CurvePoint;
import java.util.Arrays;
import java.util.List;

/**
 * The posterior of the expected response at stimuli: its mean, exact, and its central 95%, from a histogram of
 * {@value #BINS} bins over the expectations still believed in, with a straight line within each bin. A quantile is off
 * by at most one bin. Not thread safe.
 */
public final class PointBand {
    private static final int BINS = 4096;
    /** Points with less mass do not widen the histogram. */
    private static final double BELIEVED = 1e-12;
    private static final double LOWER = 0.025;
    private static final double UPPER = 0.975;

    private final PointModel model;
    private final double[][] columns;
    private final double[] histogram = new double[BINS];
    private double lowest;
    private double highest;

    /** For so many points. */
    public PointBand(PointModel model, int size) {
        this.model = model;
        this.columns = new double[PointColumns.count(model)][size];
    }

    /**
     * The band at each stimulus. Of a choice among three or more alternatives the unit tells the alternative whose
     * probability is meant.
     *
     * @param stimuli one row per stimulus
     */
    public List<CurvePoint> at(WeightedPoints points, int unit, double[][] stimuli) {
        return Arrays.stream(stimuli).map(stimulus -> at(points, unit, stimulus)).toList();
    }

    private CurvePoint at(WeightedPoints points, int unit, double[] stimulus) {
        PointColumns.evaluate(model, stimulus, points.parameters(), points.size(), columns);
        double[] expectations = columns[PointColumns.expected(model, unit)];
        double[] weights = points.weights();
        double mean = range(expectations, weights, points.size());
        fill(expectations, weights, points.size());
        return new CurvePoint(stimulus.clone(), mean, quantile(LOWER), quantile(UPPER));
    }

    private double range(double[] expectations, double[] weights, int n) {
        lowest = Double.POSITIVE_INFINITY;
        highest = Double.NEGATIVE_INFINITY;
        double mean = 0;
        for (int k = 0; k < n; k++) {
            mean = Math.fma(weights[k], expectations[k], mean);
            if (weights[k] > BELIEVED) {
                lowest = Math.min(lowest, expectations[k]);
                highest = Math.max(highest, expectations[k]);
            }
        }
        return mean;
    }

    private void fill(double[] expectations, double[] weights, int n) {
        double binsPerUnit = highest > lowest ? BINS / (highest - lowest) : 0;
        Arrays.fill(histogram, 0);
        for (int k = 0; k < n; k++) {
            if (weights[k] > BELIEVED) {
                int bin = (int) ((expectations[k] - lowest) * binsPerUnit);
                histogram[Math.min(bin, BINS - 1)] += weights[k];
            }
        }
    }

    private double quantile(double probability) {
        double below = 0;
        int bin = 0;
        while (bin < BINS - 1 && below + histogram[bin] < probability) {
            below += histogram[bin];
            bin++;
        }
        double within = histogram[bin] > 0 ? Math.min((probability - below) / histogram[bin], 1) : 0;
        return lowest + (highest - lowest) * (bin + within) / BINS;
    }
}
