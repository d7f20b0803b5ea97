package io.stimloop.benchmarks;

import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.glm.FilterPrior;
import io.stimloop.inference.glm.GlmModel;
import io.stimloop.inference.glm.GlmSource;
import io.stimloop.inference.grid.PointGridSource;
import io.stimloop.inference.grid.TuningCurveSource;
import io.stimloop.inference.map.MapKernel;
import io.stimloop.inference.map.MapModel;
import io.stimloop.inference.map.MapSource;
import io.stimloop.inference.particle.ParticleSettings;
import io.stimloop.inference.particle.ParticleSource;
import io.stimloop.inference.psychometric.PsychometricModel;
import io.stimloop.inference.psychometric.PsychometricShape;
import io.stimloop.inference.response.Densities;
import io.stimloop.inference.response.Levels;
import io.stimloop.inference.response.Link;
import io.stimloop.inference.response.NoiseFamily;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.Priors;
import io.stimloop.inference.response.Shape;
import io.stimloop.inference.response.TuningCurve;
import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.sampling.UnitSphereSampler;

/**
 * A belief of some form and size, with stimuli to choose from.
 *
 * @param name       for people
 * @param source     makes it
 * @param candidates one row per stimulus; not to be modified
 */
record SizedBelief(String name, BeliefSource source, double[][] candidates) {
    private static final double NAN = Double.NaN;

    /** The belief of a name, as {@link TrialBenchmarks#belief} lists them. */
    static SizedBelief named(String name) {
        return switch (name) {
            case "psychometric, 820 cells" -> new SizedBelief(name, psychometric(4), line(-40, 0));
            case "psychometric, 41,000 cells" -> new SizedBelief(name, psychometric(200), line(-40, 0));
            case "tuning curve, 4,096 cells" -> new SizedBelief(name, tuningCurve(8), line(-15, 15));
            case "tuning curve, 194,481 cells" -> new SizedBelief(name, tuningCurve(21), line(-15, 15));
            case "glm, 100 weights" -> new SizedBelief(name, glm(100), sphere(100));
            case "glm, 400 weights" -> new SizedBelief(name, glm(400), sphere(400));
            case "rate map, 10 x 10 candidates" -> new SizedBelief(name, map(10), square(10));
            case "rate map, 30 x 30 candidates" -> new SizedBelief(name, map(30), square(30));
            case "1,000 particles" -> new SizedBelief(name, particles(1_000), line(-40, 0));
            case "16,000 particles" -> new SizedBelief(name, particles(16_000), line(-40, 0));
            default -> throw new IllegalArgumentException(name + ": is no belief that is measured");
        };
    }

    private static double[][] line(double from, double to) {
        return Arrays.stream(Levels.linear(from, to, 41)).mapToObj(x -> new double[]{x})
                .toArray(double[][]::new);
    }

    private static double[][] square(int side) {
        double[][] places = new double[side * side][];
        Arrays.setAll(places, i -> new double[]{1 + i / side, 1 + i % side});
        return places;
    }

    private static double[][] sphere(int size) {
        UnitSphereSampler sampler = UnitSphereSampler.of(Streams.of(1, size, 0), size);
        double[][] stimuli = new double[200][];
        Arrays.setAll(stimuli, i -> sampler.sample());
        return stimuli;
    }

    private static ParameterAxis axis(String name, double... values) {
        return new ParameterAxis(name, values, Priors.flat(values.length));
    }

    private static PsychometricModel weibull() {
        return new PsychometricModel(PsychometricShape.WEIBULL, 2, List.of());
    }

    private static BeliefSource psychometric(int slopes) {
        return new PointGridSource(weibull(), List.of(axis("threshold", Levels.linear(-40, 0, 41)),
                axis("slope", Levels.linear(2, 5, slopes)), axis("lapse", Levels.linear(0, 0.04, 5))),
                new double[]{NAN, NAN, NAN});
    }

    private static BeliefSource particles(int count) {
        return new ParticleSource(weibull(), List.of(Densities.uniform(-40, 0), Densities.uniform(2, 5),
                Densities.uniform(0, 0.04)), new ParticleSettings(count, 0.5, 3, 1));
    }

    private static BeliefSource tuningCurve(int values) {
        return new TuningCurveSource(new TuningCurve(Shape.GAUSSIAN, NAN, List.of(
                axis("baseline", Levels.linear(0.2, 4.2, values)),
                axis("amplitude", Levels.linear(1, 16, values)),
                axis("preferred", Levels.linear(-12, 12, values)),
                axis("width", Levels.linear(0.8, 6.8, values))), NoiseFamily.POISSON, 0));
    }

    private static BeliefSource glm(int size) {
        return new GlmSource(GlmModel.ofFilter(Link.EXPONENTIAL,
                new FilterPrior.Independent(new double[size], 1.0 / size)));
    }

    private static BeliefSource map(int side) {
        double[] axis = Levels.linear(1, side, side);
        return new MapSource(MapModel.fixed(Link.EXPONENTIAL, 0, MapKernel.smooth(1, 1.5625, 5, 5),
                new double[][]{axis, axis}, new double[]{NAN, NAN}));
    }
}
