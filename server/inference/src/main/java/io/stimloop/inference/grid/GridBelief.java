package io.stimloop.inference.grid;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefDigest;
import io.stimloop.inference.belief.BeliefState;
import io.stimloop.inference.belief.CurvePoint;
import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponseForecast;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.StimulusPredictor;
import io.stimloop.inference.points.Marginal;
import io.stimloop.inference.points.PointBelief;
import io.stimloop.inference.points.WeightedPoints;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.TuningCurve;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * A belief that holds a probability for every combination of the parameters' values. What the parameters
 * mean is known to the {@link GridModel} only.
 *
 * <p>Expected counts are floored at 1e-12 spikes, so that no parameter value gives probability 0 to any
 * count and the belief stays proper whatever was observed.
 */
public final class GridBelief implements PointBelief {
    static final int NEWEST_STATE = 1;
    static final String LOGS = "logs";

    private final GridModel model;
    private final Posterior posterior;
    private LikelihoodPass pass;
    private long trials;
    private GridModel.@Nullable Forecaster forecaster;

    /** The prior of a tuning curve's axes. */
    public GridBelief(TuningCurve model) {
        this(new TuningCurveGrid(model));
    }

    /** The prior of a model. */
    GridBelief(GridModel model) {
        this(model, new Posterior(model.layout()), model.newPass(), 0);
    }

    /** A posterior on the grid of a model after so many trials. */
    GridBelief(GridModel model, Posterior posterior, long trials) {
        this(model, posterior, model.newPass(), trials);
    }

    private GridBelief(GridModel model, Posterior posterior, LikelihoodPass pass, long trials) {
        this.model = model;
        this.posterior = posterior;
        this.pass = pass;
        this.trials = trials;
    }

    /** The belief that was taken apart by {@link #state()}. */
    static GridBelief restored(GridModel model, BeliefState state) {
        GridLayout layout = model.layout();
        double[] logs = state.require(model.kind(), NEWEST_STATE).array(LOGS, layout.length());
        return new GridBelief(model, new Posterior(layout, logs), model.newPass(), state.trials());
    }

    @Override
    public double condition(double[] stimulus, double[] response) {
        double logLikelihood = posterior.multiply(pass, stimulus, response);
        trials++;
        return logLikelihood;
    }

    @Override
    public long trials() {
        return trials;
    }

    @Override
    public double entropyNats() {
        return posterior.entropyNats();
    }

    @Override
    public double entropyAtHand() {
        return posterior.isNormalised() ? posterior.entropyNats() : Double.NaN;
    }

    @Override
    public List<ParameterSummary> parameters(int unit) {
        return model.layout().axes().stream()
                .map(axis -> Marginal.summary(axis.name(), axis.values(), posterior.marginal(axis),
                        model.period(axis), axis.first()))
                .toList();
    }

    /** The marginal posterior of each parameter over the values of its axis, in the order of the axes. */
    public List<double[]> marginals() {
        return model.layout().axes().stream().map(posterior::marginal).toList();
    }

    @Override
    public List<CurvePoint> curve(int unit, double[][] stimuli) {
        return model.curve(posterior, stimuli);
    }

    /** The axes of the grid, in the order of the parameters. */
    List<ParameterAxis> axes() {
        return model.layout().axes();
    }

    /** Whether another belief is about the very same grid. */
    boolean isOnGridOf(GridBelief other) {
        return model.equals(other.model);
    }

    GridModel model() {
        return model;
    }

    /** Gets ready to learn from these stimuli, one row each. */
    void expect(double[][] stimuli) {
        pass.expect(stimuli);
    }

    /** Shares from now on what another belief of the same writer on the same grid needs to learn. */
    void learnAs(GridBelief other) {
        pass = other.pass;
    }

    /** For infomax. */
    public ResponsePredictor predictor(double[][] candidates) {
        return predictor(candidates, Question.INFORMATION);
    }

    @Override
    public ResponsePredictor predictor(double[][] candidates, Question question) {
        pass.expect(candidates);
        return model.predictor(posterior, candidates, question);
    }

    @Override
    public Optional<StimulusPredictor> anywhere(Question question) {
        return Optional.of(model.anywhere(posterior, question));
    }

    @Override
    public ResponseForecast forecast(double[] stimulus) {
        if (forecaster == null) {
            forecaster = model.newForecaster(posterior);
        }
        return forecaster.at(stimulus);
    }

    @Override
    public double[] draw(int unit, UniformRandomProvider random) {
        return model.layout().values(posterior.draw(random));
    }

    @Override
    public double[] drawCurve(int unit, double[][] stimuli, UniformRandomProvider random) {
        return model.truth(draw(unit, random)).expected(unit, stimuli);
    }

    @Override
    public GridBelief copy() {
        return new GridBelief(model, new Posterior(posterior), pass.copy(), trials);
    }

    @Override
    public boolean become(Belief other) {
        if (!(other instanceof GridBelief grid) || !isOnGridOf(grid)) {
            return false;
        }
        posterior.take(grid.posterior);
        trials = grid.trials;
        return true;
    }

    @Override
    public double undecidedNats() {
        return entropyNats();
    }

    @Override
    public BeliefState state() {
        TreeMap<String, double[]> arrays = new TreeMap<>();
        arrays.put(LOGS, posterior.logs().clone());
        return new BeliefState(model.kind(), NEWEST_STATE, trials, arrays);
    }

    @Override
    public long digest() {
        return BeliefDigest.add(BeliefDigest.begin(model.kind(), NEWEST_STATE, trials), LOGS,
                posterior.logs());
    }

    @Override
    public WeightedPoints points() {
        return model.points(posterior);
    }

    @Override
    public List<String> warnings() {
        return EdgeMass.warnings(model, posterior);
    }

    Posterior posterior() {
        return posterior;
    }

    /**
     * The posterior of a belief about the given model.
     *
     * @throws IllegalArgumentException when the belief is about something else
     */
    static Posterior posteriorOf(Belief belief, GridModel model) {
        if (belief instanceof GridBelief grid && grid.model.equals(model)) {
            return grid.posterior;
        }
        throw new IllegalArgumentException(
                "belief: " + belief + " must be a copy of the belief predicted from");
    }
}
