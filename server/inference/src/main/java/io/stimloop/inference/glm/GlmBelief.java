package io.stimloop.inference.glm;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefState;
import io.stimloop.inference.belief.CurvePoint;
import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponseForecast;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.StimulusPredictor;
import io.stimloop.numerics.kernel.Kernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The normal belief about the weights of a {@link GlmModel}, one density per neuron: given the counts they are
 * independent. One Newton step and one change of rank one per trial and neuron.
 *
 * <p>Trials are those that the belief learned from; a blank or invalid one is not among the earlier counts.
 */
public final class GlmBelief implements Belief {
    private static final double HALF_LOG_TWO_PI_E = 1.4189385332046727;
    /** Of a thousand neurons that all warn nobody reads more. */
    private static final int MOST_WARNINGS = 10;

    private final GlmModel model;
    private final int rank;
    private final UnitPosterior[] posteriors;
    private final boolean[] included;
    private final EarlierCounts earlier;
    private final ChangeLog changes;
    private final double[] regressors;
    private long trials;

    /** The prior, with full covariances. */
    public GlmBelief(GlmModel model) {
        this(model, 0);
    }

    /**
     * The prior.
     *
     * @param rank directions in which a {@link LowRankCovariance} knows more than the prior; 0 for full ones
     */
    GlmBelief(GlmModel model, int rank) {
        this.model = model;
        this.rank = rank;
        this.posteriors = new UnitPosterior[model.units()];
        Arrays.setAll(posteriors, unit -> new UnitPosterior(model, rank));
        this.included = new boolean[model.units()];
        Arrays.fill(included, true);
        this.earlier = new EarlierCounts(model);
        this.changes = new ChangeLog(model.units(), Kernels.padded(model.size()));
        this.regressors = new double[Kernels.padded(model.size())];
    }

    private GlmBelief(GlmBelief other) {
        this.model = other.model;
        this.rank = other.rank;
        this.posteriors = Arrays.stream(other.posteriors).map(UnitPosterior::copy)
                .toArray(UnitPosterior[]::new);
        this.included = other.included.clone();
        this.earlier = other.earlier.copy();
        this.changes = other.changes.branch();
        this.regressors = other.regressors.clone();
        this.trials = other.trials;
    }

    /** The belief that was taken apart by {@link #state()}. */
    static GlmBelief restored(GlmModel model, int rank, BeliefState state) {
        GlmBelief belief = new GlmBelief(model, rank);
        belief.trials = GlmState.restore(state, belief);
        return belief;
    }

    @Override
    public double condition(double[] stimulus, double[] response) {
        System.arraycopy(stimulus, 0, regressors, 0, model.stimulusSize());
        double least = Double.POSITIVE_INFINITY;
        boolean repaired = false;
        for (int unit = 0; unit < posteriors.length; unit++) {
            if (included[unit]) {
                earlier.writeTail(unit, regressors, model.stimulusSize());
                least = Math.min(least, posteriors[unit].learn(regressors, response[unit]));
                changes.note(unit, posteriors[unit]);
                repaired |= posteriors[unit].repaired();
            } else {
                changes.noteNothing(unit);
            }
            drift(unit);
        }
        changes.close();
        if (repaired) {
            changes.startAnew();
        }
        earlier.add(response);
        trials++;
        return least == Double.POSITIVE_INFINITY ? 0 : least;
    }

    private void drift(int unit) {
        if (model.driftSd() > 0) {
            posteriors[unit].drift(model.driftSd() * model.driftSd());
        }
    }

    @Override
    public long trials() {
        return trials;
    }

    /** That of the units not left out; with drift, or a low rank, it takes a factorisation of each covariance. */
    @Override
    public double entropyNats() {
        double sum = 0;
        for (int unit = 0; unit < posteriors.length; unit++) {
            if (included[unit]) {
                sum += model.size() * HALF_LOG_TWO_PI_E + logDeterminant(unit) / 2;
            }
        }
        return sum;
    }

    private double logDeterminant(int unit) {
        return model.driftSd() > 0 || rank > 0
                ? posteriors[unit].covariance().logDeterminant()
                : posteriors[unit].logDeterminant();
    }

    @Override
    public int units() {
        return posteriors.length;
    }

    @Override
    public List<ParameterSummary> parameters(int unit) {
        UnitPosterior posterior = posteriors[unit];
        List<String> names = model.parameterNames();
        List<ParameterSummary> summaries = new ArrayList<>();
        for (int i = 0; i < model.size(); i++) {
            double mean = posterior.mean()[i];
            double sd = Math.sqrt(posterior.covariance().get(i, i));
            summaries.add(ParameterSummary.normal(names.get(i), mean, sd));
        }
        return summaries;
    }

    /** At the earlier counts as they are now. */
    @Override
    public List<CurvePoint> curve(int unit, double[][] stimuli) {
        UnitMoments moments = new UnitMoments(model, StimulusRows.of(stimuli));
        moments.recompute(posteriors[unit]);
        moments.refreshTail(posteriors[unit], tail(unit));
        NormalExpectations expectations = new NormalExpectations(model.link());
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 0; i < stimuli.length; i++) {
            points.add(CurvePoints.of(expectations, stimuli[i], moments.mean(i), moments.variance(i)));
        }
        return points;
    }

    @Override
    public ResponsePredictor predictor(double[][] candidates, Question question) {
        return GlmPredictor.of(this, candidates, question);
    }

    @Override
    public Optional<StimulusPredictor> anywhere(Question question) {
        return GlmAnywhere.answers(question)
                ? Optional.of(new GlmAnywhere(this, question))
                : Optional.empty();
    }

    @Override
    public ResponseForecast forecast(double[] stimulus) {
        double[] means = new double[posteriors.length];
        double[] variances = new double[posteriors.length];
        double[] x = new double[Kernels.padded(model.size())];
        double[] product = new double[x.length];
        System.arraycopy(stimulus, 0, x, 0, model.stimulusSize());
        for (int unit = 0; unit < means.length; unit++) {
            earlier.writeTail(unit, x, model.stimulusSize());
            posteriors[unit].covariance().multiply(x, product);
            means[unit] = Kernels.ARRAYS.dot(posteriors[unit].mean(), x, x.length);
            variances[unit] = Math.max(0, Kernels.ARRAYS.dot(product, x, x.length));
        }
        return new EtaForecast(model.link(), means, variances);
    }

    @Override
    public double[] draw(int unit, UniformRandomProvider random) {
        UnitPosterior posterior = posteriors[unit];
        double[] z = ZigguratSampler.NormalizedGaussian.of(random).samples(model.size()).toArray();
        double[] weights = posterior.covariance().root(z);
        for (int i = 0; i < weights.length; i++) {
            weights[i] += posterior.mean()[i];
        }
        return weights;
    }

    /** After the counts of the trials so far, where the model looks at them. */
    @Override
    public double[] drawCurve(int unit, double[][] stimuli, UniformRandomProvider random) {
        double[] weights = draw(unit, random);
        double afterEarlier = 0;
        double[] tail = tail(unit);
        for (int i = 0; i < tail.length; i++) {
            afterEarlier = Math.fma(weights[model.stimulusSize() + i], tail[i], afterEarlier);
        }
        double[] curve = new double[stimuli.length];
        for (int s = 0; s < stimuli.length; s++) {
            double eta = afterEarlier;
            for (int i = 0; i < model.stimulusSize(); i++) {
                eta = Math.fma(weights[i], stimuli[s][i], eta);
            }
            curve[s] = model.link().rate(eta);
        }
        return curve;
    }

    @Override
    public GlmBelief copy() {
        return new GlmBelief(this);
    }

    @Override
    public BeliefState state() {
        return GlmState.of(this);
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (int unit = 0; unit < posteriors.length && warnings.size() < MOST_WARNINGS; unit++) {
            String neuron = posteriors.length > 1 ? "neuron " + (unit + 1) + ", " : "";
            if (included[unit]) {
                new GlmWarnings(model, posteriors[unit], trials).all()
                        .forEach(warning -> warnings.add(neuron + warning));
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

    /** Of the covariances; 0 where they are full. */
    int rank() {
        return rank;
    }

    GlmModel model() {
        return model;
    }

    UnitPosterior posterior(int unit) {
        return posteriors[unit];
    }

    EarlierCounts earlier() {
        return earlier;
    }

    ChangeLog changes() {
        return changes;
    }

    /** The regressors of the next trial other than the stimulus. */
    double[] tail(int unit) {
        double[] tail = new double[model.tailSize()];
        earlier.writeTail(unit, tail, 0);
        return tail;
    }

    /**
     * A belief about the same model.
     *
     * @throws IllegalArgumentException when it is about something else
     */
    static GlmBelief of(Belief belief, GlmModel model) {
        if (belief instanceof GlmBelief glm && glm.model.equals(model)) {
            return glm;
        }
        throw new IllegalArgumentException(
                "belief: " + belief + " must be a copy of the belief predicted from");
    }
}
