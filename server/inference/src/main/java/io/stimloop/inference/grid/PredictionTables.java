package io.stimloop.inference.grid;

import io.stimloop.inference.response.ResponseTable;
import io.stimloop.inference.response.TuningCurve;
import io.stimloop.numerics.kernel.RateKnots;
import io.stimloop.numerics.kernel.Stencils;

/**
 * What the predictions of a tuning curve's responses need and no trial changes. The drive
 * {@code amplitude * g(x)} and the rate {@code baseline + drive} each have their own knots. Shared by all views.
 */
final class PredictionTables {
    private final int candidates;
    private final int profiles;
    private final double[] gains;
    private final double lowestRate;
    private final RateKnots driveKnots;
    private final RateKnots rateKnots;
    private final int[] firstRateKnot;
    private final double[] rateWeights;
    private final ResponseTable responses;

    PredictionTables(TuningCurveGrid grid, double[][] stimuli) {
        TuningCurve curve = grid.curve();
        this.candidates = stimuli.length;
        this.profiles = curve.profileSize();
        this.gains = gains(grid, stimuli);
        this.lowestRate = curve.lowestRate();
        this.driveKnots = driveKnots(curve);
        this.rateKnots = rateKnots(curve);
        int stride = grid.offsets().length;
        this.firstRateKnot = new int[driveKnots.count() * stride];
        this.rateWeights = new double[firstRateKnot.length * RateKnots.STENCIL];
        for (int knot = 0; knot < driveKnots.count(); knot++) {
            placeColumns(grid.offsets(), driveKnots.rate(knot) - lowestRate, knot * stride);
        }
        this.responses = new ResponseTable(curve.counts(), rateKnots);
    }

    private PredictionTables(PredictionTables common, TuningCurveGrid grid, double[][] stimuli) {
        this.candidates = stimuli.length;
        this.profiles = common.profiles;
        this.gains = gains(grid, stimuli);
        this.lowestRate = common.lowestRate;
        this.driveKnots = common.driveKnots;
        this.rateKnots = common.rateKnots;
        this.firstRateKnot = common.firstRateKnot;
        this.rateWeights = common.rateWeights;
        this.responses = common.responses;
    }

    /** The tables for other stimuli, which share what does not depend on them. */
    PredictionTables at(TuningCurveGrid grid, double[][] stimuli) {
        return new PredictionTables(this, grid, stimuli);
    }

    private static double[] gains(TuningCurveGrid grid, double[][] stimuli) {
        int profiles = grid.curve().profileSize();
        double[] gains = new double[Math.multiplyExact(stimuli.length, profiles)];
        for (int i = 0; i < stimuli.length; i++) {
            grid.curve().profile(TuningCurveGrid.value(stimuli[i]), gains, i * profiles);
        }
        return gains;
    }

    /** Puts another stimulus in the place of a candidate; only for tables of one's own. */
    void place(TuningCurveGrid grid, double[] stimulus, int candidate) {
        grid.curve().profile(TuningCurveGrid.value(stimulus), gains, candidate * profiles);
    }

    /** Bytes of the tables for so many candidates. */
    static long bytes(TuningCurve curve, int candidates) {
        long cells = (long) driveKnots(curve).count() * TuningCurveGrid.stride(curve);
        return gainBytes(curve, candidates) + Double.BYTES * cells * RateKnots.STENCIL + Integer.BYTES * cells
                + ResponseTable.bytes(curve.counts(), rateKnots(curve));
    }

    /** Bytes of what the tables for so many candidates do not share with tables for others. */
    static long gainBytes(TuningCurve curve, int candidates) {
        return (long) Double.BYTES * candidates * curve.profileSize();
    }

    /** Knots over the lowest rate plus the drive. */
    static RateKnots driveKnots(TuningCurve curve) {
        double highestDrive = curve.axis("amplitude").last() * curve.highestGain();
        return RateKnots.covering(curve.lowestRate(), curve.lowestRate() + highestDrive);
    }

    /** Knots over every sum of a baseline and a drive at one of its knots. */
    static RateKnots rateKnots(TuningCurve curve) {
        RateKnots drives = driveKnots(curve);
        double highestDrive = drives.rate(drives.count() - 1) - curve.lowestRate();
        return RateKnots.covering(drives.rate(0), curve.axis("baseline").last() + highestDrive);
    }

    int candidates() {
        return candidates;
    }

    /** g of a candidate for one combination of the parameters that shape it. */
    double gain(int candidate, int profile) {
        return gains[candidate * profiles + profile];
    }

    double lowestRate() {
        return lowestRate;
    }

    RateKnots driveKnots() {
        return driveKnots;
    }

    RateKnots rateKnots() {
        return rateKnots;
    }

    /** By drive knot and column: the first of the rate knots around their sum. Not to be modified. */
    int[] firstRateKnot() {
        return firstRateKnot;
    }

    /** By drive knot and column: the weights of those rate knots. Not to be modified. */
    double[] rateWeights() {
        return rateWeights;
    }

    ResponseTable responses() {
        return responses;
    }

    private void placeColumns(double[] baselines, double drive, int at) {
        Stencils stencils = new Stencils(baselines.length);
        stencils.place(baselines, 0, baselines.length, drive, rateKnots);
        for (int column = 0; column < baselines.length; column++) {
            firstRateKnot[at + column] = stencils.first(column);
            for (int i = 0; i < RateKnots.STENCIL; i++) {
                rateWeights[(at + column) * RateKnots.STENCIL + i] = stencils.weight(column, i);
            }
        }
    }
}
