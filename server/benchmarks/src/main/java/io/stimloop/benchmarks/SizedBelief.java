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
import java.util.function.Supplier;
import org.apache.commons.rng.sampling.UnitSphereSampler;

/** Beliefs of each form, small and large, with stimuli to choose from. */
enum SizedBelief {
    /** Of 820 cells. */
    PSYCHOMETRIC_SMALL("psychometric, 820 cells", () -> psychometric(4), line(-40, 0, 41)),
    /** Of 41,000 cells. */
    PSYCHOMETRIC_LARGE("psychometric, 41,000 cells", () -> psychometric(200), line(-40, 0, 41)),
    /** Of 4,096 cells. */
    TUNING_CURVE_SMALL("tuning curve, 4,096 cells", () -> tuningCurve(8), line(-15, 15, 61)),
    /** Of 194,481 cells. */
    TUNING_CURVE_LARGE("tuning curve, 194,481 cells", () -> tuningCurve(21), line(-15, 15, 61)),
    /** Of 100 weights. */
    GLM_SMALL("glm, 100 weights", () -> glm(100), sphere(100)),
    /** Of 400 weights: 16 times the covariances. */
    GLM_LARGE("glm, 400 weights", () -> glm(400), sphere(400)),
    /** On 100 places. */
    MAP_SMALL("rate map, 10 x 10 candidates", () -> map(10), square(10)),
    /** On 900 places. */
    MAP_LARGE("rate map, 30 x 30 candidates", () -> map(30), square(30)),
    /** 1,000 of them. */
    PARTICLES_SMALL("1,000 particles", () -> particles(1_000), line(-40, 0, 41)),
    /** 16,000 of them. */
    PARTICLES_LARGE("16,000 particles", () -> particles(16_000), line(-40, 0, 41));

    private static final double NAN = Double.NaN;

    private final String words;
    private final Supplier<BeliefSource> source;
    private final double[][] candidates;

    SizedBelief(String words, Supplier<BeliefSource> source, double[][] candidates) {
        this.words = words;
        this.source = source;
        this.candidates = candidates;
    }

    /** For people. */
    String words() {
        return words;
    }

    BeliefSource source() {
        return source.get();
    }

    /** One row per stimulus; not to be modified. */
    double[][] candidates() {
        return candidates;
    }

    private static double[][] line(double from, double to, int count) {
        return Arrays.stream(Levels.linear(from, to, count)).mapToObj(x -> new double[]{x})
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
