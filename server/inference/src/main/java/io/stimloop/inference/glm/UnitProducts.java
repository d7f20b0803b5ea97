package io.stimloop.inference.glm;

import io.stimloop.inference.belief.Quantity;
import io.stimloop.numerics.kernel.Kernels;
import java.util.List;

/**
 * Covariances of eta at each candidate with other linear functions of a neuron's weights: single weights, and eta at
 * test stimuli. Carried along by changes of rank one, as {@link UnitMoments} is. Not thread safe.
 */
final class UnitProducts {
    private final GlmModel model;
    private final StimulusRows candidates;
    private final int[] weights;
    private final StimulusRows tests;
    private final int width;
    /** By candidate, then by function: the part that the candidate's stimulus makes. */
    private final double[] products;
    /** By function: the part that the other regressors make. */
    private final double[] offsets;
    private final double[] along;
    private final double[] testDots;
    private final double[] one;
    /** {@code test . candidate}, for drift. */
    private final double[] overlaps;
    private final double[] crosses;

    /**
     * @param weights     indices of single weights
     * @param testStimuli one row each
     */
    UnitProducts(GlmModel model, StimulusRows candidates, int[] weights, double[][] testStimuli) {
        this.model = model;
        this.candidates = candidates;
        this.weights = weights;
        this.tests = StimulusRows.of(testStimuli, candidates);
        this.width = weights.length + testStimuli.length;
        this.products = new double[Math.multiplyExact(candidates.count(), width)];
        this.offsets = new double[width];
        this.along = new double[width];
        this.testDots = new double[testStimuli.length];
        this.one = new double[candidates.stride()];
        this.crosses = new double[candidates.count()];
        this.overlaps = model.driftSd() > 0 ? overlaps() : new double[0];
    }

    /** Bytes for the quantities of all neurons. */
    static long bytes(GlmModel model, int candidates, List<Quantity> quantities) {
        ChosenQuantities chosen = ChosenQuantities.of(model, quantities);
        long width = (long) chosen.weights().length + chosen.testStimuli().length;
        return model.units() * width * candidates * Double.BYTES * (model.driftSd() > 0 ? 2 : 1);
    }

    long bytes() {
        return Double.BYTES * ((long) products.length + overlaps.length + tests.values().length);
    }

    void copyFrom(UnitProducts other) {
        System.arraycopy(other.products, 0, products, 0, products.length);
    }

    private double[] overlaps() {
        double[] table = new double[products.length];
        for (int i = 0; i < candidates.count(); i++) {
            candidates.copy(i, one);
            for (int k = 0; k < weights.length; k++) {
                table[i * width + k] = weights[k] < model.stimulusSize() ? one[weights[k]] : 0;
            }
            tests.dots(one, 0, tests.count(), testDots);
            System.arraycopy(testDots, 0, table, i * width + weights.length, testDots.length);
        }
        return table;
    }

    /** Takes in a change {@code C += factor g g'}; {@code alongCandidates} holds {@code g . x} by candidate. */
    void carry(double[] alongCandidates, double[] direction, double factor) {
        spread(direction, along);
        for (int i = 0; i < candidates.count(); i++) {
            Kernels.ARRAYS.addScaled(factor * alongCandidates[i], along, 0, width, products, i * width);
        }
    }

    void drift(double variance) {
        Kernels.ARRAYS.addScaled(variance, overlaps, 0, overlaps.length, products, 0);
    }

    /** Takes in {@code C x} of a candidate. */
    void recomputed(int candidate, double[] product) {
        spread(product, along);
        System.arraycopy(along, 0, products, candidate * width, width);
    }

    /** Values of a vector of weights under the functions, of its filter's part for the test stimuli. */
    private void spread(double[] vector, double[] out) {
        for (int k = 0; k < weights.length; k++) {
            out[k] = vector[weights[k]];
        }
        tests.dots(vector, 0, tests.count(), testDots);
        System.arraycopy(testDots, 0, out, weights.length, testDots.length);
    }

    /** Takes in the other regressors of the next trial. */
    void refreshTail(WeightCovariance covariance, double[] tail, UnitMoments moments) {
        for (int k = 0; k < weights.length; k++) {
            offsets[k] = 0;
            for (int l = 0; l < tail.length; l++) {
                offsets[k] += tail[l] * covariance.get(weights[k], model.stimulusSize() + l);
            }
        }
        tests.dots(moments.crossVector(), 0, tests.count(), testDots);
        for (int k = 0; k < testDots.length; k++) {
            offsets[weights.length + k] = testDots[k] + moments.tailVariance();
        }
        for (int i = 0; i < crosses.length; i++) {
            crosses[i] = moments.cross(i);
        }
    }

    /** Covariance of eta at a candidate with a function; single weights come first. */
    double covariance(int candidate, int function) {
        double own = products[candidate * width + function] + offsets[function];
        return function < weights.length ? own : own + crosses[candidate];
    }
}
