package io.stimloop.inference.belief;

import io.stimloop.inference.response.TuningCurve;
import java.util.List;

/**
 * A belief that holds a probability for every combination of the parameters' values. What the parameters
 * mean is known to the {@link GridModel} only.
 *
 * <p>Expected counts are floored at 1e-12 spikes, so that no parameter value gives probability 0 to any
 * count and the belief stays proper whatever was observed.
 */
public final class GridBelief implements Belief {
    private static final int SEARCH_VIEWS = 2;
    private static final int BELIEFS = 2;

    private final GridModel model;
    private final Posterior posterior;
    private final LikelihoodPass pass;
    private long trials;

    /** The prior of a tuning curve's axes. */
    public GridBelief(TuningCurve model) {
        this(new TuningCurveGrid(model));
    }

    private GridBelief(GridModel model) {
        this(model, new Posterior(model.layout()), model.newPass(), 0);
    }

    private GridBelief(GridModel model, Posterior posterior, LikelihoodPass pass, long trials) {
        this.model = model;
        this.posterior = posterior;
        this.pass = pass;
        this.trials = trials;
    }

    /**
     * Memory that an experiment needs for inference, known before any of it is taken: the belief and a copy
     * for readers, the tables of its predictor and the views of two search threads.
     *
     * @param candidates number of stimuli that the predictor is for
     * @return bytes
     * @throws ArithmeticException when the grid has more cells than an array can hold
     */
    public static long bytesNeeded(TuningCurve model, int candidates) {
        return BELIEFS * TuningCurveGrid.bytes(model, candidates) + KnownRates.bytes(model, candidates)
                + PredictionTables.bytes(model, candidates)
                + SEARCH_VIEWS * PushForwardPredictor.viewBytes(model);
    }

    @Override
    public double condition(double[] stimulus, int[] counts) {
        double logLikelihood = posterior.multiply(pass, stimulus, counts);
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
    public List<ParameterSummary> parameters() {
        return model.layout().axes().stream()
                .map(axis -> AxisMarginal.summary(axis, posterior.marginal(axis), model.period(axis)))
                .toList();
    }

    /** The marginal posterior of each parameter over the values of its axis, in the order of the axes. */
    public List<double[]> marginals() {
        return model.layout().axes().stream().map(posterior::marginal).toList();
    }

    @Override
    public List<CurvePoint> curve(double[][] stimuli) {
        return model.curve(posterior, stimuli);
    }

    @Override
    public ResponsePredictor predictor(double[][] candidates) {
        pass.expect(candidates);
        return model.predictor(posterior, candidates);
    }

    @Override
    public GridBelief copy() {
        return new GridBelief(model, new Posterior(posterior), pass.copy(), trials);
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
