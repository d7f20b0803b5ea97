package io.stimloop.inference.grid;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.psychometric.PsychometricModel;
import io.stimloop.inference.psychometric.PsychometricShape;
import io.stimloop.inference.response.Levels;
import io.stimloop.inference.response.NoiseFamily;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.Priors;
import io.stimloop.inference.response.Shape;
import io.stimloop.inference.response.TuningCurve;
import io.stimloop.numerics.random.Streams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/** Experiments whose posteriors become much narrower than a step of a coarse grid. */
final class Refined {
    static final double[][] STIMULI = rows(Levels.linear(-10, 10, 41));
    static final double[][] LEVELS = rows(Levels.linear(-40, 0, 21));
    static final double[][] DIRECTIONS = rows(Levels.linear(0, 345, 24));

    private Refined() {}

    /** One trial. */
    record Shown(double[] stimulus, double[] response) {}

    private static double[][] rows(double[] values) {
        return Arrays.stream(values).mapToObj(value -> new double[]{value}).toArray(double[][]::new);
    }

    static ParameterAxis axis(String name, double... values) {
        return new ParameterAxis(name, values, Priors.flat(values.length));
    }

    /** Pillow and Park (2016), Figure 2, on a grid of a few values each. */
    static TuningCurveSource coarse() {
        return bump(axis("baseline", Levels.linear(0.01, 50, 9)),
                axis("amplitude", Levels.logarithmic(1, 200, 13)),
                axis("preferred", Levels.linear(-9.8, 9.8, 15)),
                axis("width", Levels.linear(0.1, 20, 15)));
    }

    /** The same with fewer values. */
    static TuningCurveSource coarsest() {
        return bump(axis("baseline", Levels.linear(0.01, 50, 6)),
                axis("amplitude", Levels.logarithmic(1, 200, 7)),
                axis("preferred", Levels.linear(-9.8, 9.8, 9)), axis("width", Levels.linear(0.1, 20, 9)));
    }

    /** The same priors, where the mass is after tens of trials, with fine steps. */
    static TuningCurveSource fine() {
        return bump(axis("baseline", Levels.linear(1, 3.2, 15)),
                axis("amplitude", Levels.logarithmic(25, 100, 31)),
                axis("preferred", Levels.linear(3, 4, 25)), axis("width", Levels.linear(0.6, 1.5, 23)));
    }

    private static TuningCurveSource bump(ParameterAxis... axes) {
        return new TuningCurveSource(
                new TuningCurve(Shape.GAUSSIAN, Double.NaN, List.of(axes), NoiseFamily.POISSON, 0));
    }

    static Truth bumpAtWork() {
        return coarse().truth(Map.of("baseline", 2.0, "amplitude", 50.0, "preferred", 3.5, "width", 1.0));
    }

    /** A direction of unknown preference. */
    static TuningCurveSource direction(double... preferred) {
        return new TuningCurveSource(new TuningCurve(Shape.CIRCULAR_GAUSSIAN, 360, List.of(
                axis("baseline", 1), axis("amplitude", 20), axis("preferred", preferred), axis("width", 30)),
                NoiseFamily.POISSON, 0));
    }

    /** A Weibull function of unknown threshold and slope. */
    static PointGridSource weibull(double[] thresholds, double[] slopes) {
        return new PointGridSource(new PsychometricModel(PsychometricShape.WEIBULL, 2, List.of()),
                List.of(axis("threshold", thresholds), axis("slope", slopes), axis("lapse", 0.02)),
                new double[]{Double.NaN, Double.NaN, Double.NaN});
    }

    static PointGridSource coarseWeibull() {
        return weibull(Levels.linear(-40, 0, 11), Levels.linear(1, 6, 11));
    }

    /** Trials at stimuli drawn evenly. */
    static List<Shown> trials(Truth truth, double[][] stimuli, int count) {
        UniformRandomProvider random = Streams.of(5, 0, 0);
        List<Shown> trials = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            double[] stimulus = stimuli[random.nextInt(stimuli.length)];
            double[] response = new double[1];
            truth.respond(stimulus, random, response);
            trials.add(new Shown(stimulus, response));
        }
        return trials;
    }

    /** Teaches a belief, with all work that is due done between trials. */
    static <B extends Belief> B taught(B belief, List<Shown> trials) {
        for (Shown trial : trials) {
            belief.condition(trial.stimulus, trial.response);
            maintain(belief);
        }
        return belief;
    }

    static void maintain(Belief belief) {
        belief.maintenance().ifPresent(due -> due.run().adopt());
    }

    /** A belief of the source after these trials. */
    static Belief after(BeliefSource source, List<Shown> trials) {
        return taught(source.create(), trials);
    }
}
