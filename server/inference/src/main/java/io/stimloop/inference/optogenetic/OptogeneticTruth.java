package io.stimloop.inference.optogenetic;

import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.response.CountNoise;
import org.apache.commons.rng.UniformRandomProvider;

/** Neurons that obey an {@link OptogeneticModel} with known weights. */
final class OptogeneticTruth implements Truth {
    private static final CountNoise POISSON = new CountNoise(0);
    /** More spikes than any neuron fires in a trial. */
    private static final double MOST_SPIKES = 100_000;

    private final OptogeneticModel model;
    private final double[][] weights;
    private final double[] drives;

    /** @param weights by neuron, the bias first; not copied */
    OptogeneticTruth(OptogeneticModel model, double[][] weights) {
        this.model = model;
        this.weights = weights;
        this.drives = new double[model.size()];
    }

    @Override
    public double[] parameters(int unit) {
        return model.parameters(weights[unit]);
    }

    @Override
    public double expected(int unit, double[] stimulus) {
        model.writeDrives(stimulus, drives);
        return rate(unit);
    }

    @Override
    public void respond(double[] stimulus, UniformRandomProvider random, double[] response) {
        model.writeDrives(stimulus, drives);
        for (int unit = 0; unit < weights.length; unit++) {
            response[unit] = Math.min(POISSON.draw(Math.min(rate(unit), MOST_SPIKES), random), MOST_SPIKES);
        }
    }

    private double rate(int unit) {
        double eta = 0;
        for (int i = 0; i < drives.length; i++) {
            eta += weights[unit][i] * drives[i];
        }
        return model.link().rate(eta);
    }
}
