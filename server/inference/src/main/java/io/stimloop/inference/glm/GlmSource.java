package io.stimloop.inference.glm;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.BeliefState;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.Responses;
import io.stimloop.inference.belief.Truth;
import io.stimloop.numerics.kernel.Kernels;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Normal beliefs about the weights of a generalised linear model. They answer every question.
 *
 * @param model with its prior
 * @param rank  of covariances of low rank, from 1, for a prior of independent weights; 0 for full ones
 */
public record GlmSource(GlmModel model, int rank) implements BeliefSource {
    private static final int BELIEFS = 2;

    /**
     * Refuses what there is not.
     *
     * @throws IllegalArgumentException for a rank with another prior than of independent weights
     */
    public GlmSource {
        if (rank < 0 || (rank > 0 && !(model.filter() instanceof FilterPrior.Independent))) {
            throw new IllegalArgumentException("rank: " + rank + " must be 0 with " + model.filter());
        }
    }

    /** With full covariances. */
    public GlmSource(GlmModel model) {
        this(model, 0);
    }

    @Override
    public Responses responses() {
        return Responses.counts(model.units());
    }

    @Override
    public List<String> parameterNames() {
        return model.parameterNames();
    }

    @Override
    public boolean answers(Question question) {
        return true;
    }

    @Override
    public boolean searchesBall(Question question) {
        return GlmPredictor.searchesBall(model, question);
    }

    @Override
    public boolean drawsCurves(int stimuli) {
        return true;
    }

    @Override
    public boolean predictsAnywhere(Question question) {
        return GlmAnywhere.answers(question);
    }

    @Override
    public long bytesAnywhere(Question question) {
        return EtaAtStimulus.bytes(model) + NormalExpectations.bytes();
    }

    @Override
    public long bytesNeeded(int candidates, Question question) {
        int size = model.size();
        long belief = model.units() * (covarianceBytes() + 8L * Double.BYTES * size)
                + ChangeLog.bytes(model.units(), Kernels.padded(size));
        return BELIEFS * belief + GlmPredictor.bytes(model, candidates, question)
                + GlmBallSearch.bytes(model);
    }

    private long covarianceBytes() {
        return rank == 0 ? Covariance.bytes(model.size()) : LowRankCovariance.bytes(model.size(), rank);
    }

    @Override
    public Belief create() {
        return new GlmBelief(model, rank);
    }

    @Override
    public Belief restore(BeliefState state) {
        return GlmBelief.restored(model, rank, state);
    }

    @Override
    public Truth drawTruth(UniformRandomProvider random) {
        double[][] weights = new double[model.units()][];
        for (int unit = 0; unit < weights.length; unit++) {
            weights[unit] = model.draw(random);
        }
        return new GlmTruth(model, weights);
    }

    /**
     * Neurons with a known filter, all of the same; the bias is at its prior mean, and earlier counts do not matter.
     *
     * @param filter one weight per stimulus value
     */
    public Truth truth(double[] filter) {
        double[][] weights = new double[model.units()][];
        for (int unit = 0; unit < weights.length; unit++) {
            weights[unit] = model.priorMean();
            System.arraycopy(filter, 0, weights[unit], 0, filter.length);
        }
        return new GlmTruth(model, weights);
    }

    @Override
    public Truth truth(Map<String, Double> parameters) {
        List<String> names = parameterNames();
        for (String name : parameters.keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(name + ": is no parameter; known are " + names);
            }
        }
        double[][] weights = new double[model.units()][names.size()];
        for (int i = 0; i < names.size(); i++) {
            Double value = parameters.get(names.get(i));
            if (value == null) {
                throw new IllegalArgumentException(names.get(i) + ": is missing");
            }
            for (double[] ofUnit : weights) {
                ofUnit[i] = value;
            }
        }
        return new GlmTruth(model, weights);
    }
}
