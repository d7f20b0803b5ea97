package io.stimloop.inference.particle;

import io.stimloop.inference.belief.BeliefState;
import io.stimloop.inference.belief.CurvePoint;
import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponseForecast;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.StimulusPredictor;
import io.stimloop.inference.points.GroupedTrials;
import io.stimloop.inference.points.Marginal;
import io.stimloop.inference.points.PointBand;
import io.stimloop.inference.points.PointBelief;
import io.stimloop.inference.points.PointFamily;
import io.stimloop.inference.points.PointForecaster;
import io.stimloop.inference.points.PointPredictors;
import io.stimloop.inference.points.PointTruth;
import io.stimloop.inference.points.WeightedPoints;
import io.stimloop.numerics.random.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * A belief that is a cloud of weighted particles (sequential Monte Carlo). A trial multiplies the weights by its
 * likelihood: for n particles, one evaluation of the model at n points, n logarithms and n exponentials. When the
 * effective sample size falls below its bound, the particles are resampled and each moved by steps that leave the
 * posterior of all trials so far as it is (see {@link Mover}): per step, as much again for each distinct stimulus with
 * each distinct response to it. A trial that would leave almost no particle with weight is taken in stages, see
 * {@link Tempering}. What is drawn is drawn from the seed and the number of the trial, so that the same trials give the
 * same particles.
 *
 * <p>Moments and probabilities are off by Monte Carlo error: about sd / sqrt(effective sample size).
 */
public final class ParticleBelief implements PointBelief {
    private static final long MOVES = 3;
    /** A parameter whose sd is this small a part of the prior's has one value left. */
    private static final double COLLAPSED = 1e-7;
    private static final double FEW_ACCEPTED = 0.01;
    /** Choices that were predicted this well, in nats a trial, are perfectly separated. */
    private static final double FORETOLD_NATS = 0.05;
    private static final int ENOUGH_TO_TELL = 50;

    private final ParticleModel model;
    private final Cloud cloud;
    private final GroupedTrials past;
    private Progress progress;
    private @Nullable Workshop workshop;
    private @Nullable PointForecaster forecaster;

    /** The prior. */
    ParticleBelief(ParticleModel model) {
        this(model, prior(model), new GroupedTrials(model.model().family()), Progress.START);
    }

    ParticleBelief(ParticleModel model, Cloud cloud, GroupedTrials past, Progress progress) {
        this.model = model;
        this.cloud = cloud;
        this.past = past;
        this.progress = progress;
    }

    /**
     * What a belief has come through.
     *
     * @param trials      learned from
     * @param logEvidence log of the probability (density) of all responses under the prior, as estimated
     * @param stretch     what steps are multiplied by
     * @param accepted    fraction of the steps that were accepted when particles were last moved; 1 before
     */
    record Progress(long trials, double logEvidence, double stretch, double accepted) {
        static final Progress START = new Progress(0, 0, 1, 1);
    }

    /** What only a belief that learns needs. */
    private record Workshop(LogLikelihoods likelihoods, double[] ofTrial, Mover mover) {}

    private static Cloud prior(ParticleModel model) {
        int size = model.settings().count();
        double[][] values = new double[model.parameters()][size];
        model.fillFromPrior(values);
        double[] targets = new double[size];
        model.addLogPrior(values, size, targets);
        return new Cloud(values, targets);
    }

    /** Bytes of a belief and what it learns with. */
    static long bytes(ParticleModel model) {
        int size = model.settings().count();
        return Cloud.bytes(size, model.parameters()) + Mover.bytes(size, model.parameters())
                + LogLikelihoods.bytes(model.model(), size) + (long) Double.BYTES * size
                + PointForecaster.bytes(model.model(), size) + GroupedTrials.mostBytes();
    }

    @Override
    public double condition(double[] stimulus, double[] response) {
        Workshop with = workshop();
        with.likelihoods.of(stimulus, response[0], cloud.parameters(), with.ofTrial);
        double greatest = greatest(with.ofTrial, cloud.weights());
        UniformRandomProvider random = Streams.of(model.settings().seed(), progress.trials + 1, MOVES);
        double taken = 0;
        for (int stage = 1; taken < 1; stage++) {
            double power = stage == Tempering.MOST_STAGES
                    ? 1 - taken
                    : Tempering.power(cloud.logWeights(), with.ofTrial, 1 - taken,
                            model.settings().leastSize());
            boolean last = power >= 1 - taken;
            taken = last ? 1 : taken + power;
            double evidence = cloud.reweight(with.ofTrial, power);
            progress = new Progress(progress.trials, progress.logEvidence + evidence, progress.stretch,
                    progress.accepted);
            if (!last || cloud.effectiveSize() < model.settings().leastSize()) {
                rejuvenate(with, stimulus, response[0], taken, random);
            }
        }
        past.add(stimulus, response[0]);
        progress = new Progress(progress.trials + 1, progress.logEvidence, progress.stretch,
                progress.accepted);
        return greatest;
    }

    private void rejuvenate(Workshop with, double[] stimulus, double response, double taken,
            UniformRandomProvider random) {
        int size = cloud.size();
        Mover.Report report = with.mover.rejuvenate(cloud, (parameters, out) -> {
            with.likelihoods.of(stimulus, response, parameters, out);
            for (int k = 0; k < size; k++) {
                out[k] *= taken;
            }
            with.likelihoods.add(past, parameters, out);
            model.addLogPrior(parameters, size, out);
        }, progress.stretch, random);
        progress = new Progress(progress.trials, progress.logEvidence, report.stretch(),
                report.accepted());
        with.likelihoods.of(stimulus, response, cloud.parameters(), with.ofTrial);
    }

    private Workshop workshop() {
        if (workshop == null) {
            int size = cloud.size();
            workshop = new Workshop(new LogLikelihoods(model.model(), size), new double[size],
                    new Mover(model));
        }
        return workshop;
    }

    private static double greatest(double[] logLikelihoods, double[] weights) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < weights.length; k++) {
            greatest = weights[k] > 0 ? Math.max(greatest, logLikelihoods[k]) : greatest;
        }
        return greatest;
    }

    @Override
    public long trials() {
        return progress.trials;
    }

    /** Differential: the mean of log evidence - log (prior density times likelihood). */
    @Override
    public double entropyNats() {
        double[] weights = cloud.weights();
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum = weights[k] > 0 ? Math.fma(weights[k], progress.logEvidence - cloud.targets()[k], sum) : sum;
        }
        return sum;
    }

    /** Log of the probability (density) of all responses so far under the model and its prior, as estimated. */
    public double logEvidence() {
        return progress.logEvidence;
    }

    /** The number of equally weighted, independent draws that would tell as much, about. */
    public double effectiveSampleSize() {
        return cloud.effectiveSize();
    }

    @Override
    public List<ParameterSummary> parameters(int unit) {
        return IntStream.range(0, model.parameters())
                .mapToObj(p -> Marginal.summary(model.model().parameterNames().get(p),
                        cloud.parameters()[p], cloud.weights(), model.scale().periods()[p], 0))
                .toList();
    }

    @Override
    public List<CurvePoint> curve(int unit, double[][] stimuli) {
        return new PointBand(model.model(), cloud.size()).at(cloud, unit, stimuli);
    }

    @Override
    public ResponsePredictor predictor(double[][] candidates, Question question) {
        return PointPredictors.of(model.model(), model.scale(), cloud, candidates, question);
    }

    @Override
    public Optional<StimulusPredictor> anywhere(Question question) {
        return Optional.of(PointPredictors.anywhere(model.model(), model.scale(), cloud, question));
    }

    @Override
    public ResponseForecast forecast(double[] stimulus) {
        if (forecaster == null) {
            forecaster = new PointForecaster(model.model(), cloud.size());
        }
        return forecaster.at(stimulus, cloud);
    }

    @Override
    public WeightedPoints points() {
        return cloud;
    }

    @Override
    public double[] draw(int unit, UniformRandomProvider random) {
        double left = random.nextDouble();
        double[] weights = cloud.weights();
        int k = 0;
        while (k < weights.length - 1 && left >= weights[k]) {
            left -= weights[k];
            k++;
        }
        int drawn = k;
        return IntStream.range(0, model.parameters()).mapToDouble(p -> cloud.parameters()[p][drawn])
                .toArray();
    }

    @Override
    public double[] drawCurve(int unit, double[][] stimuli, UniformRandomProvider random) {
        return new PointTruth(model.model(), draw(unit, random)).expected(unit, stimuli);
    }

    @Override
    public ParticleBelief copy() {
        return new ParticleBelief(model, cloud.copy(), past.copy(), progress);
    }

    @Override
    public BeliefState state() {
        return ParticleState.of(model, cloud, past, progress);
    }

    /** Whether choices came as predicted, nearly without fail. */
    private boolean foretold() {
        boolean choices = model.model().family() == PointFamily.BINARY
                || model.model().family() == PointFamily.CHOICE;
        return choices && progress.trials >= ENOUGH_TO_TELL
                && progress.logEvidence > -FORETOLD_NATS * progress.trials;
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        past.warning().ifPresent(warnings::add);
        double size = cloud.effectiveSize();
        if (size < ParticleSettings.FEWEST / 2.0) {
            warnings.add(
                    "particles: the effective sample size is " + Math.round(size) + " of " + cloud.size());
        }
        if (progress.accepted < FEW_ACCEPTED) {
            warnings.add(
                    "particles: hardly any moved at the last resampling; more moves or more particles help");
        }
        if (foretold()) {
            warnings.add(
                    "choices: hardly any is in doubt (perfect separation); a steep slope rests on the prior alone");
        }
        for (ParameterSummary parameter : parameters(0)) {
            int p = model.model().parameterNames().indexOf(parameter.name());
            if (model.unknown(p)
                    && parameter.sd() < COLLAPSED * Math.sqrt(model.scale().priorVariances()[p])) {
                warnings.add(parameter.name() + ": all particles are at one value");
            }
        }
        return warnings;
    }
}
