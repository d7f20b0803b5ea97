package io.stimloop.inference.glm;

import io.stimloop.inference.response.Link;
import io.stimloop.numerics.kernel.Kernels;

/**
 * Mean and variance of eta of each neuron at one stimulus, worked out from the covariances: O(d^2) for each neuron of d
 * weights. Not thread safe.
 */
final class EtaAtStimulus implements EtaMoments {
    private final GlmBelief belief;
    private final double[] regressors;
    private final double[] product;
    private final double[] means;
    private final double[] variances;

    EtaAtStimulus(GlmBelief belief) {
        this.belief = belief;
        this.regressors = new double[Kernels.padded(belief.model().size())];
        this.product = new double[regressors.length];
        this.means = new double[belief.units()];
        this.variances = new double[means.length];
    }

    static long bytes(GlmModel model) {
        return Double.BYTES * 2L * (Kernels.padded(model.size()) + model.units());
    }

    /** Works out a stimulus, at the earlier counts as they are now. */
    void place(double[] stimulus) {
        int size = belief.model().stimulusSize();
        System.arraycopy(stimulus, 0, regressors, 0, size);
        for (int unit = 0; unit < means.length; unit++) {
            if (belief.includes(unit)) {
                UnitPosterior posterior = belief.posterior(unit);
                belief.earlier().writeTail(unit, regressors, size);
                posterior.covariance().multiply(regressors, product);
                means[unit] = Kernels.ARRAYS.dot(posterior.mean(), regressors, regressors.length);
                variances[unit] = Math.max(0, Kernels.ARRAYS.dot(product, regressors, regressors.length));
            }
        }
    }

    @Override
    public Link link() {
        return belief.model().link();
    }

    @Override
    public int units() {
        return means.length;
    }

    @Override
    public boolean includes(int unit) {
        return belief.includes(unit);
    }

    @Override
    public int stimuli() {
        return 1;
    }

    @Override
    public double mean(int unit, int stimulus) {
        return means[unit];
    }

    @Override
    public double variance(int unit, int stimulus) {
        return variances[unit];
    }
}
