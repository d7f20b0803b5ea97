package io.stimloop.inference.glm;

import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.response.CountNoise;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Neurons that obey a {@link GlmModel} with known weights, which wander where the model says so. */
final class GlmTruth implements Truth {
    private static final CountNoise POISSON = new CountNoise(0);
    /** More spikes than any neuron fires in a trial. */
    private static final double MOST_SPIKES = 100_000;

    private final GlmModel model;
    private final double[][] weights;
    private final EarlierCounts earlier;
    private final double[] regressors;

    /** @param weights by neuron; not copied */
    GlmTruth(GlmModel model, double[][] weights) {
        this.model = model;
        this.weights = weights;
        this.earlier = new EarlierCounts(model);
        this.regressors = new double[model.size()];
    }

    @Override
    public double[] parameters(int unit) {
        return weights[unit].clone();
    }

    @Override
    public double expected(int unit, double[] stimulus) {
        return rate(unit, stimulus, new EarlierCounts(model));
    }

    @Override
    public void respond(double[] stimulus, UniformRandomProvider random, double[] response) {
        for (int unit = 0; unit < weights.length; unit++) {
            double rate = Math.min(rate(unit, stimulus, earlier), MOST_SPIKES);
            response[unit] = Math.min(POISSON.draw(rate, random), MOST_SPIKES);
        }
        earlier.add(response);
        wander(random);
    }

    private double rate(int unit, double[] stimulus, EarlierCounts counts) {
        System.arraycopy(stimulus, 0, regressors, 0, model.stimulusSize());
        counts.writeTail(unit, regressors, model.stimulusSize());
        double eta = 0;
        for (int i = 0; i < regressors.length; i++) {
            eta += weights[unit][i] * regressors[i];
        }
        return model.link().rate(eta);
    }

    private void wander(UniformRandomProvider random) {
        if (model.driftSd() == 0) {
            return;
        }
        var normal = ZigguratSampler.NormalizedGaussian.of(random);
        for (double[] ofUnit : weights) {
            for (int i = 0; i < ofUnit.length; i++) {
                ofUnit[i] += model.driftSd() * normal.sample();
            }
        }
    }
}
