package io.stimloop.inference.optogenetic;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefState;
import io.stimloop.inference.belief.CurvePoint;
import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponseForecast;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.StimulusPredictor;
import io.stimloop.inference.glm.CurvePoints;
import io.stimloop.inference.glm.EtaForecast;
import io.stimloop.inference.glm.NormalExpectations;
import io.stimloop.numerics.kernel.Kernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The belief about an {@link OptogeneticModel}: a {@link NeuronPosterior} for each neuron, which are independent given
 * the stimuli.
 */
public final class OptogeneticBelief implements Belief {
    private static final double HALF_LOG_TWO_PI_E = 1.4189385332046727;
    /** A bias farther from its prior mean than so many prior sd is worth a word. */
    private static final double SURPRISING_SD = 4;

    private final OptogeneticModel model;
    private final NeuronPosterior[] posteriors;
    private final boolean[] included;
    private final double[] drives;
    private long trials;

    /** The prior. */
    public OptogeneticBelief(OptogeneticModel model) {
        this.model = model;
        this.posteriors = new NeuronPosterior[model.units()];
        Arrays.setAll(posteriors, unit -> new NeuronPosterior(model));
        this.included = new boolean[model.units()];
        Arrays.fill(included, true);
        this.drives = new double[Kernels.padded(model.size())];
    }

    private OptogeneticBelief(OptogeneticBelief other) {
        this.model = other.model;
        this.posteriors = Arrays.stream(other.posteriors).map(NeuronPosterior::copy)
                .toArray(NeuronPosterior[]::new);
        this.included = other.included.clone();
        this.drives = other.drives.clone();
        this.trials = other.trials;
    }

    /** The belief that was taken apart by {@link #state()}. */
    static OptogeneticBelief restored(OptogeneticModel model, BeliefState state) {
        OptogeneticBelief belief = new OptogeneticBelief(model);
        belief.trials = OptogeneticState.restore(state, belief);
        return belief;
    }

    @Override
    public double condition(double[] stimulus, double[] response) {
        model.writeDrives(stimulus, drives);
        double least = Double.POSITIVE_INFINITY;
        for (int unit = 0; unit < posteriors.length; unit++) {
            if (included[unit]) {
                least = Math.min(least, posteriors[unit].learn(drives, response[unit], trials));
            }
        }
        trials++;
        return least == Double.POSITIVE_INFINITY ? 0 : least;
    }

    @Override
    public long trials() {
        return trials;
    }

    /** Of the normal density, of the units not left out. */
    @Override
    public double entropyNats() {
        double sum = 0;
        for (int unit = 0; unit < posteriors.length; unit++) {
            if (included[unit]) {
                sum += model.size() * HALF_LOG_TWO_PI_E + posteriors[unit].logDeterminant() / 2;
            }
        }
        return sum;
    }

    @Override
    public int units() {
        return posteriors.length;
    }

    @Override
    public List<ParameterSummary> parameters(int unit) {
        NeuronPosterior posterior = posteriors[unit];
        List<String> names = model.parameterNames();
        List<ParameterSummary> weights = new ArrayList<>();
        List<ParameterSummary> connections = new ArrayList<>();
        for (int target = 0; target < model.targetCount(); target++) {
            WeightBelief weight = posterior.weight(target);
            weights.add(weight.summary(names.get(1 + target)));
            connections.add(weight.connection(names.get(model.size() + target)));
        }
        List<ParameterSummary> all = new ArrayList<>();
        all.add(ParameterSummary.normal(names.getFirst(), posterior.mean()[0],
                Math.sqrt(posterior.covariance().get(0, 0))));
        all.addAll(weights);
        all.addAll(connections);
        return all;
    }

    @Override
    public List<CurvePoint> curve(int unit, double[][] stimuli) {
        DriveRows rows = DriveRows.of(model, stimuli);
        NormalExpectations expectations = new NormalExpectations(model.link());
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 0; i < stimuli.length; i++) {
            points.add(CurvePoints.of(expectations, stimuli[i], rows.dot(i, posteriors[unit].mean()),
                    rows.variance(i, posteriors[unit].covariance())));
        }
        return points;
    }

    @Override
    public ResponsePredictor predictor(double[][] candidates, Question question) {
        return new OptogeneticPredictor(this, DriveRows.of(model, candidates), question);
    }

    @Override
    public Optional<StimulusPredictor> anywhere(Question question) {
        return Optional.of(new OptogeneticAnywhere(this, question));
    }

    @Override
    public ResponseForecast forecast(double[] stimulus) {
        DriveRows row = DriveRows.of(model, new double[][]{stimulus});
        double[] means = new double[posteriors.length];
        double[] variances = new double[posteriors.length];
        for (int unit = 0; unit < means.length; unit++) {
            means[unit] = row.dot(0, posteriors[unit].mean());
            variances[unit] = row.variance(0, posteriors[unit].covariance());
        }
        return new EtaForecast(model.link(), means, variances);
    }

    /** The weights one after another, each given those before: 0 or not, as the spike-and-slab prior says. */
    @Override
    public double[] draw(int unit, UniformRandomProvider random) {
        return model.parameters(drawWeights(unit, random));
    }

    private double[] drawWeights(int unit, UniformRandomProvider random) {
        NeuronPosterior left = posteriors[unit].copy();
        double[] weights = new double[model.size()];
        for (int target = 0; target < model.targetCount(); target++) {
            weights[target + 1] = left.weight(target).draw(random);
            left.fix(target, weights[target + 1]);
        }
        double sd = Math.sqrt(Math.max(0, left.covariance().get(0, 0)));
        weights[0] = left.mean()[0] + sd * ZigguratSampler.NormalizedGaussian.of(random).sample();
        return weights;
    }

    @Override
    public double[] drawCurve(int unit, double[][] stimuli, UniformRandomProvider random) {
        DriveRows rows = DriveRows.of(model, stimuli);
        double[] weights = drawWeights(unit, random);
        double[] curve = new double[stimuli.length];
        for (int i = 0; i < curve.length; i++) {
            curve[i] = model.link().rate(rows.dot(i, weights));
        }
        return curve;
    }

    @Override
    public OptogeneticBelief copy() {
        return new OptogeneticBelief(this);
    }

    @Override
    public BeliefState state() {
        return OptogeneticState.of(this);
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (int unit = 0; unit < posteriors.length; unit++) {
            double off = (posteriors[unit].mean()[0] - model.bias().mean()) / model.bias().sd();
            if (included[unit] && Math.abs(off) > SURPRISING_SD) {
                warnings.add("bias of neuron " + (unit + 1) + ": lies " + Math.round(Math.abs(off))
                        + " prior sd from its prior mean; what it fires without light is not as the model says");
            }
        }
        return warnings;
    }

    @Override
    public void include(int unit, boolean in) {
        included[unit] = in;
    }

    @Override
    public boolean includes(int unit) {
        return included[unit];
    }

    OptogeneticModel model() {
        return model;
    }

    NeuronPosterior posterior(int unit) {
        return posteriors[unit];
    }

    /**
     * A belief about the same model.
     *
     * @throws IllegalArgumentException when it is about something else
     */
    static OptogeneticBelief of(Belief belief, OptogeneticModel model) {
        if (belief instanceof OptogeneticBelief optogenetic && optogenetic.model.equals(model)) {
            return optogenetic;
        }
        throw new IllegalArgumentException(
                "belief: " + belief + " must be a copy of the belief predicted from");
    }
}
