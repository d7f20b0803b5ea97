package io.stimloop.inference.multinomial;

import io.stimloop.inference.belief.BeliefState;
import io.stimloop.inference.belief.CurvePoint;
import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponseForecast;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.StimulusPredictor;
import io.stimloop.inference.points.GroupedTrials;
import io.stimloop.inference.points.ParameterScale;
import io.stimloop.inference.points.PointBand;
import io.stimloop.inference.points.PointBelief;
import io.stimloop.inference.points.PointFamily;
import io.stimloop.inference.points.PointForecaster;
import io.stimloop.inference.points.PointLikelihood;
import io.stimloop.inference.points.PointPredictors;
import io.stimloop.inference.points.WeightedPoints;
import io.stimloop.inference.response.Densities;
import io.stimloop.inference.response.Density;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * A normal belief about the weights of a {@link Multinomial}, and about the log odds of its lapse rate where that is not
 * known: Laplace's approximation at the mode of the posterior of all trials (Bak and Pillow 2018, section "Adaptive
 * stimulus selection"). A trial costs some Newton steps from the mode before, each of the distinct stimuli with their
 * distinct responses times the square of the number of weights.
 *
 * <p>Predictions are made from {@value NormalPoints#COUNT} fixed points that are moved with the belief.
 */
final class MultinomialBelief implements PointBelief {
    static final int NEWEST_STATE = 1;

    private static final String KIND = "gaussian/multinomial";
    private static final String MODE = "mode";
    private static final Density STANDARD_NORMAL = Densities.normal(0, 1);
    private static final double HALF_LOG_TWO_PI_E = 1.41893853320467274178;
    /** Of the standard normal density, at {@link ParameterSummary#probabilities}. */
    private static final double[] QUANTILES = {-1.95996398454005423552, -0.67448975019608174320, 0,
            0.67448975019608174320, 1.95996398454005423552};
    private static final double FORETOLD_NATS = 0.02;
    private static final int ENOUGH_TO_TELL = 20;

    private final Multinomial model;
    private final ParameterScale scale;
    private final PosteriorPoints points;
    private final GroupedTrials past;
    private long trials;
    private double logLikelihood;
    private @Nullable Workshop workshop;
    private @Nullable PointForecaster forecaster;

    /** What only a belief that learns needs. */
    private record Workshop(ModeSearch search, double[] theta, double[][] columns, double[] likelihoods,
            PointLikelihood likelihood) {
        Workshop(Multinomial model) {
            this(new ModeSearch(model), new double[model.unknown()],
                    new double[model.columns()][NormalPoints.COUNT], new double[NormalPoints.COUNT],
                    new PointLikelihood(model, NormalPoints.COUNT));
        }
    }

    private MultinomialBelief(Multinomial model, ParameterScale scale, PosteriorPoints points,
            GroupedTrials past, long trials) {
        this.model = model;
        this.scale = scale;
        this.points = points;
        this.past = past;
        this.trials = trials;
    }

    /** The prior. */
    MultinomialBelief(Multinomial model, ParameterScale scale, NormalPoints standard) {
        this(model, scale, new PosteriorPoints(model, standard), new GroupedTrials(PointFamily.CHOICE), 0);
        if (model.lapse() instanceof Lapse.Unknown prior) {
            workshop().theta[model.weights()] = StrictMath.log(prior.a() / prior.b());
        }
        climb();
    }

    static MultinomialBelief restored(Multinomial model, ParameterScale scale, NormalPoints standard,
            BeliefState state) {
        double[] mode = state.require(KIND, NEWEST_STATE).array(MODE, model.unknown());
        MultinomialBelief belief = new MultinomialBelief(model, scale, new PosteriorPoints(model, standard),
                GroupedTrials.read(PointFamily.CHOICE, state), state.trials());
        Workshop with = belief.workshop();
        belief.points.move(mode, with.search.factorAt(mode, belief.past));
        belief.logLikelihood = with.search.logLikelihood();
        return belief;
    }

    /** Bytes of a belief and what it learns with. */
    static long bytes(Multinomial model) {
        return PosteriorPoints.bytes(model) + GroupedTrials.mostBytes() + ModeSearch.bytes(model)
                + (long) Double.BYTES * (NormalPoints.COUNT * (model.columns() + 1) + model.unknown())
                + PointForecaster.bytes(model, NormalPoints.COUNT);
    }

    private Workshop workshop() {
        if (workshop == null) {
            workshop = new Workshop(model);
        }
        return workshop;
    }

    @Override
    public double condition(double[] stimulus, double[] response) {
        Workshop with = workshop();
        model.evaluate(stimulus, points.parameters(), points.size(), with.columns);
        with.likelihood.logLikelihoods(response[0], with.columns, points.size(), with.likelihoods);
        double greatest = Double.NEGATIVE_INFINITY;
        for (double one : with.likelihoods) {
            greatest = Math.max(greatest, one);
        }
        past.add(stimulus, response[0]);
        trials++;
        System.arraycopy(points.mode(), 0, with.theta, 0, with.theta.length);
        climb();
        return greatest;
    }

    private void climb() {
        Workshop with = workshop();
        points.move(with.theta, with.search.climb(with.theta, past));
        logLikelihood = with.search.logLikelihood();
    }

    @Override
    public long trials() {
        return trials;
    }

    /** Of the normal density, differential; of an unknown lapse rate that of its log odds. */
    @Override
    public double entropyNats() {
        int size = model.unknown();
        return size * HALF_LOG_TWO_PI_E - points.factor().logDiagonal(size);
    }

    /** Quantiles are those of the normal density; mean and sd of a lapse rate those of the points. */
    @Override
    public List<ParameterSummary> parameters(int unit) {
        List<String> names = model.parameterNames();
        List<ParameterSummary> summaries = new ArrayList<>();
        for (int i = 0; i < model.unknown(); i++) {
            double[] column = new double[model.unknown()];
            column[i] = 1;
            points.factor().solve(column, model.unknown());
            double variance = 0;
            for (double part : column) {
                variance = Math.fma(part, part, variance);
            }
            double mean = points.mode()[i];
            double sd = Math.sqrt(variance);
            summaries.add(i < model.weights()
                    ? new ParameterSummary(names.get(i), mean, sd, quantiles(mean, sd))
                    : lapse(quantiles(mean, sd)));
        }
        if (model.lapse() instanceof Lapse.Known known) {
            summaries.add(new ParameterSummary(names.getLast(), known.rate(), 0, quantiles(known.rate(), 0)));
        }
        return summaries;
    }

    private static double[] quantiles(double mean, double sd) {
        double[] quantiles = QUANTILES.clone();
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = mean + sd * quantiles[i];
        }
        return quantiles;
    }

    private ParameterSummary lapse(double[] logOdds) {
        for (int i = 0; i < logOdds.length; i++) {
            logOdds[i] = LogPosterior.logistic(logOdds[i]);
        }
        double[] rates = points.parameters()[model.weights()];
        double mean = 0;
        for (double rate : rates) {
            mean += rate / rates.length;
        }
        double variance = 0;
        for (double rate : rates) {
            variance += (rate - mean) * (rate - mean) / rates.length;
        }
        return new ParameterSummary("lapse", mean, Math.sqrt(variance), logOdds);
    }

    @Override
    public List<CurvePoint> curve(int unit, double[][] stimuli) {
        return new PointBand(model, points.size()).at(points, unit, stimuli);
    }

    @Override
    public ResponsePredictor predictor(double[][] candidates, Question question) {
        return PointPredictors.of(model, scale, points, candidates, question);
    }

    @Override
    public Optional<StimulusPredictor> anywhere(Question question) {
        return Optional.of(PointPredictors.anywhere(model, scale, points, question));
    }

    @Override
    public ResponseForecast forecast(double[] stimulus) {
        if (forecaster == null) {
            forecaster = new PointForecaster(model, points.size());
        }
        return forecaster.at(stimulus, points);
    }

    @Override
    public WeightedPoints points() {
        return points;
    }

    @Override
    public double[] draw(int unit, UniformRandomProvider random) {
        double[] drawn = new double[model.weights() + 1];
        int size = model.unknown();
        for (int i = 0; i < size; i++) {
            drawn[i] = STANDARD_NORMAL.sample(random);
        }
        points.factor().solveTransposed(drawn, size);
        for (int i = 0; i < size; i++) {
            drawn[i] += points.mode()[i];
        }
        drawn[model.weights()] = model.lapse() instanceof Lapse.Known known
                ? known.rate()
                : LogPosterior.logistic(drawn[model.weights()]);
        return drawn;
    }

    @Override
    public MultinomialBelief copy() {
        MultinomialBelief copy = new MultinomialBelief(model, scale, points.copy(), past.copy(), trials);
        copy.logLikelihood = logLikelihood;
        return copy;
    }

    @Override
    public BeliefState state() {
        TreeMap<String, double[]> arrays = new TreeMap<>();
        arrays.put(MODE, points.mode().clone());
        past.writeTo(arrays);
        return new BeliefState(KIND, NEWEST_STATE, trials, arrays);
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        past.warning().ifPresent(warnings::add);
        if (trials >= ENOUGH_TO_TELL && logLikelihood > -FORETOLD_NATS * trials) {
            warnings.add(
                    "choices: hardly any is in doubt (perfect separation); the prior alone keeps the weights finite");
        }
        return warnings;
    }
}
