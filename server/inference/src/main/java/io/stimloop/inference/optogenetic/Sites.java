package io.stimloop.inference.optogenetic;

import java.util.Arrays;

/**
 * The normal factors {@code exp(-precision w^2 / 2 + shift w)} that stand for the spike-and-slab prior of each weight
 * of a neuron. A precision may be negative. Not thread safe.
 */
final class Sites {
    private final double[] precisions;
    private final double[] shifts;

    /** With the mean and the variance of the prior. */
    Sites(OptogeneticModel model) {
        precisions = new double[model.targetCount()];
        shifts = new double[model.targetCount()];
        Arrays.fill(precisions, 1 / model.slab().variance());
        Arrays.fill(shifts, model.slab().connected() * model.slab().mean() / model.slab().variance());
    }

    private Sites(double[] precisions, double[] shifts) {
        this.precisions = precisions;
        this.shifts = shifts;
    }

    Sites copy() {
        return new Sites(precisions.clone(), shifts.clone());
    }

    double precision(int target) {
        return precisions[target];
    }

    double shift(int target) {
        return shifts[target];
    }

    void set(int target, double precision, double shift) {
        precisions[target] = precision;
        shifts[target] = shift;
    }
}
