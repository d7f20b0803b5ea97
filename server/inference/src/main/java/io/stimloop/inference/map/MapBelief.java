package io.stimloop.inference.map;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefState;
import io.stimloop.inference.belief.CurvePoint;
import io.stimloop.inference.belief.Maintenance;
import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponseForecast;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.response.CountNoise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The posterior of a rate map. Its parameters are f at some stimuli ({@link ReportedStimuli}); its entropy is that of f
 * less the prior's: minus what was learned, in nats.
 */
public final class MapBelief implements Belief {
    /** Standard deviations of f within which it is still believed to lie. */
    private static final double BELIEVED_SD = 8;
    private static final double LARGEST_COUNT = 1e9;
    /** Trials after which silence, or one stimulus only, is worth a word. */
    private static final int ENOUGH_TO_TELL = 50;

    private final MapModel model;
    private final Observations seen;
    private final Hypotheses hypotheses;
    private final double[] point;
    private final double[] moments = new double[2];
    private final RefitSchedule schedule;

    MapBelief(MapModel model) {
        this(model, new Observations(model), new Hypotheses(model), new RefitSchedule(model));
    }

    MapBelief(MapModel model, Observations seen, Hypotheses hypotheses, RefitSchedule schedule) {
        this.model = model;
        this.seen = seen;
        this.hypotheses = hypotheses;
        this.schedule = schedule;
        this.point = new double[model.geometry().coordinates()];
    }

    @Override
    public double condition(double[] stimulus, double[] response) {
        int count = countOf(response);
        model.geometry().locate(stimulus, point);
        double plausibility = plausibility(count);
        seen.add(stimulus, count);
        hypotheses.update(seen);
        return plausibility;
    }

    /** The greatest log likelihood of a count at {@link #point} for any f that is still believed in. */
    private double plausibility(int count) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int h = 0; h < hypotheses.size(); h++) {
            if (hypotheses.weight(h) > 0) {
                LaplaceFit fit = hypotheses.get(h).fit();
                fit.predict(seen, point, moments);
                double reach = BELIEVED_SD * Math.sqrt(moments[1]);
                double f = Math.clamp(fit.likelihood().best(count), moments[0] - reach, moments[0] + reach);
                greatest = Math.max(greatest, new CountNoise(fit.likelihood().dispersion())
                        .logProbability(count, model.link().rate(f)));
            }
        }
        return Double.isNaN(greatest) ? Double.NEGATIVE_INFINITY : greatest;
    }

    private static int countOf(double[] response) {
        if (response.length != 1) {
            throw new IllegalArgumentException("response: " + response.length + " counts for one neuron");
        }
        if (!(response[0] >= 0) || response[0] != Math.rint(response[0]) || response[0] > LARGEST_COUNT) {
            throw new IllegalArgumentException(
                    "response[0]: " + response[0] + " must be a whole number from 0 to 1e9");
        }
        return (int) response[0];
    }

    @Override
    public long trials() {
        return seen.trials();
    }

    @Override
    public double entropyNats() {
        return hypotheses.entropyNats();
    }

    @Override
    public List<ParameterSummary> parameters(int unit) {
        return readings().parameters();
    }

    @Override
    public List<CurvePoint> curve(int unit, double[][] stimuli) {
        return readings().curve(stimuli);
    }

    private MapReadings readings() {
        return new MapReadings(model, hypotheses, seen);
    }

    @Override
    public ResponsePredictor predictor(double[][] candidates, Question question) {
        if (!MapSource.answers(model, question)) {
            throw new IllegalArgumentException("question: " + question + " has no answer here");
        }
        return new MapPredictor(MapTables.of(model, candidates, question), this);
    }

    @Override
    public ResponseForecast forecast(double[] stimulus) {
        model.geometry().locate(stimulus, point);
        return new MapForecast(model, hypotheses, seen, point);
    }

    @Override
    public double[] draw(int unit, UniformRandomProvider random) {
        return readings().draw(ReportedStimuli.of(model), random);
    }

    @Override
    public double[] drawCurve(int unit, double[][] stimuli, UniformRandomProvider random) {
        double[] curve = readings().draw(stimuli, random);
        for (int i = 0; i < curve.length; i++) {
            curve[i] = model.link().rate(curve[i]);
        }
        return curve;
    }

    @Override
    public MapBelief copy() {
        return new MapBelief(model, new Observations(seen), new Hypotheses(hypotheses),
                new RefitSchedule(schedule));
    }

    @Override
    public BeliefState state() {
        return MapState.of(this);
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>(
                schedule.warnings(hypotheses.get(0).fit().covariance().kernel()));
        boolean enough = seen.trials() >= ENOUGH_TO_TELL;
        if (enough && seen.silent()) {
            warnings.add("counts: not a spike in " + seen.trials()
                    + " trials; look at what is recorded. What the map says is the prior's word");
        }
        if (enough && seen.count() == 1 && model.candidates() > 1) {
            warnings.add("stimuli: all " + seen.trials()
                    + " trials showed the same; of the others the prior alone tells");
        }
        if (seen.merged() > 0) {
            warnings.add("stimulus: " + seen.merged() + " trials had a stimulus unlike the " + seen.limit()
                    + " that are told apart; each counted as the nearest of them");
        }
        return warnings;
    }

    @Override
    public Optional<Maintenance> maintenance() {
        return schedule.due(seen.trials()) ? Optional.of(new KernelRefit(this)) : Optional.empty();
    }

    MapModel model() {
        return model;
    }

    Observations seen() {
        return seen;
    }

    Hypotheses hypotheses() {
        return hypotheses;
    }

    RefitSchedule schedule() {
        return schedule;
    }
}
