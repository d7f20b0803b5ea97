package io.stimloop.inference.grid;

import io.stimloop.inference.belief.CurvePoint;
import java.util.Arrays;

/**
 * The posterior of the expected count at a stimulus: its mean, exact, and its central 95%, from a histogram
 * of {@value #BINS} bins over the expected counts still believed in, with a straight line within each bin.
 * A quantile is off by at most one bin. Not thread safe.
 */
final class CurveBand {
    private static final int BINS = 4096;
    /** Rows with less mass do not widen the histogram. */
    private static final double BELIEVED = 1e-12;
    private static final double LOWER = 0.025;
    private static final double UPPER = 0.975;

    private final TuningCurveGrid grid;
    private final double[] weights;
    private final double[] rowMass;
    private final double meanBaseline;
    private final double[] gains;
    private final double[] histogram = new double[BINS];
    private double lowest;
    private double highest;

    CurveBand(TuningCurveGrid grid, Posterior posterior) {
        this.grid = grid;
        this.weights = posterior.weights();
        this.rowMass = posterior.rowMass();
        this.gains = new double[grid.curve().profileSize()];
        double[] columnMass = posterior.columnMass();
        double mean = 0;
        for (int column = 0; column < columnMass.length; column++) {
            mean += columnMass[column] * grid.offsets()[column];
        }
        this.meanBaseline = mean;
    }

    CurvePoint at(double[] stimulus) {
        grid.curve().profile(TuningCurveGrid.value(stimulus), gains, 0);
        double mean = meanBaseline + meanDrive();
        fillHistogram();
        return new CurvePoint(stimulus.clone(), mean, quantile(LOWER), quantile(UPPER));
    }

    /** Mean of amplitude * g, and the range of the rates on the way. */
    private double meanDrive() {
        lowest = Double.POSITIVE_INFINITY;
        highest = Double.NEGATIVE_INFINITY;
        double mean = 0;
        for (int row = 0; row < rowMass.length; row++) {
            double drive = grid.drive(row, gains);
            mean += rowMass[row] * drive;
            if (rowMass[row] > BELIEVED) {
                lowest = Math.min(lowest, drive);
                highest = Math.max(highest, drive);
            }
        }
        lowest += grid.curve().axis("baseline").first();
        highest += grid.curve().axis("baseline").last();
        return mean;
    }

    private void fillHistogram() {
        double[] offsets = grid.offsets();
        double binsPerSpike = highest > lowest ? BINS / (highest - lowest) : 0;
        Arrays.fill(histogram, 0);
        for (int row = 0; row < rowMass.length; row++) {
            if (rowMass[row] > BELIEVED) {
                double above = grid.drive(row, gains) - lowest;
                for (int column = 0; column < offsets.length; column++) {
                    int bin = (int) ((offsets[column] + above) * binsPerSpike);
                    histogram[Math.min(bin, BINS - 1)] += weights[row * offsets.length + column];
                }
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
