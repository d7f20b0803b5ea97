package io.stimloop.inference.grid;

import io.stimloop.inference.response.Levels;
import io.stimloop.inference.response.NoiseFamily;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.Priors;
import io.stimloop.inference.response.Shape;
import io.stimloop.inference.response.TuningCurve;
import io.stimloop.numerics.random.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A random model with stimuli and trials for it. The same seed gives the same case; neighbouring seeds run
 * through all shapes, kinds of noise, and models with and without a count ceiling.
 */
final class RandomCase {
    private static final List<Shape> SHAPES = List.of(Shape.values());
    private static final List<NoiseFamily> NOISES = List.of(NoiseFamily.values());
    private static final double[] PERIODS = {360, 180, 1, 2 * Math.PI};

    private final long seed;
    private final int largestAxis;
    private final double highestAmplitude;
    private final UniformRandomProvider random;
    private final double period;
    private final TuningCurve model;

    private RandomCase(long seed, int largestAxis, double highestAmplitude) {
        this.seed = seed;
        this.largestAxis = largestAxis;
        this.highestAmplitude = highestAmplitude;
        this.random = Streams.of(seed, 0, 0);
        this.period = PERIODS[random.nextInt(PERIODS.length)];
        this.model = model(SHAPES.get((int) (seed % 3)), NOISES.get((int) (seed / 3 % 2)),
                seed / 6 % 2 == 0 ? 0 : 1 + random.nextInt(20));
    }

    /** Three dozen models of at most some hundred cells. */
    static Stream<RandomCase> small() {
        return LongStream.range(0, 36).mapToObj(seed -> new RandomCase(seed, 3, 30));
    }

    /** Two dozen models with expected counts from almost none to 120 and more. */
    static Stream<RandomCase> wideRanging() {
        return LongStream.range(1000, 1024).mapToObj(seed -> new RandomCase(seed, 4, 120));
    }

    /** A dozen models of so many cells that their arrays count for more than their objects. */
    static Stream<RandomCase> large() {
        return LongStream.iterate(2000, seed -> seed + 1).mapToObj(seed -> new RandomCase(seed, 12, 60))
                .filter(drawn -> drawn.cells() > 3000 && drawn.cells() < 12_000).limit(12);
    }

    /** A case of another shape. */
    RandomCase next() {
        return new RandomCase(seed + 1, largestAxis, highestAmplitude);
    }

    TuningCurve model() {
        return model;
    }

    /** Stimuli from a little below to a little above the preferred ones, one row each. */
    double[][] candidates(int count) {
        return IntStream.range(0, count).mapToObj(i -> new double[]{stimulus(i / (count - 1.0))})
                .toArray(double[][]::new);
    }

    /** Trials with any counts, at stimuli that are no candidates. */
    List<Trial> trials(int count) {
        return Stream.generate(() -> new Trial(stimulus(random.nextDouble()), count())).limit(count).toList();
    }

    GridBelief belief() {
        return new GridBelief(model);
    }

    /** The prior after some trials. */
    GridBelief beliefAfter(int trials) {
        GridBelief belief = belief();
        trials(trials).forEach(trial -> trial.teach(belief));
        return belief;
    }

    UniformRandomProvider random() {
        return random;
    }

    /** Number of combinations of the parameters' values. */
    int cells() {
        return model.axes().stream().mapToInt(ParameterAxis::size).reduce(1, Math::multiplyExact);
    }

    @Override
    public String toString() {
        return "seed %d: %s, %s, ceiling %d".formatted(seed, model.shape(), model.noise(),
                model.countCeiling());
    }

    private int count() {
        return (int) (random.nextDouble() * (model.highestRate() + 3));
    }

    private double stimulus(double fraction) {
        return period * (1.2 * fraction - 0.1);
    }

    private TuningCurve model(Shape shape, NoiseFamily noise, int ceiling) {
        List<ParameterAxis> axes = new ArrayList<>();
        axes.add(axis("baseline", random.nextBoolean() ? 0 : 0.1, 6));
        axes.add(axis("amplitude", random.nextInt(4) == 0 ? 0 : 0.5, highestAmplitude));
        axes.add(axis("preferred", 0, period * 0.95));
        axes.add(axis("width", period * 0.03, period * 0.3));
        if (shape == Shape.BIDIRECTIONAL) {
            axes.add(axis("opposite", 0, 1.3));
        }
        if (noise == NoiseFamily.NEGATIVE_BINOMIAL) {
            axes.add(axis("dispersion", 0.05, 0.5));
        }
        return new TuningCurve(shape, shape.periodic() ? period : Double.NaN, axes, noise, ceiling);
    }

    private ParameterAxis axis(String name, double from, double to) {
        int size = 1 + random.nextInt(largestAxis);
        double[] values = {from + (to - from) * random.nextDouble()};
        if (size > 1) {
            values = from > 0 && random.nextBoolean()
                    ? Levels.logarithmic(from, to, size)
                    : Levels.linear(from, to, size);
        }
        return new ParameterAxis(name, values, prior(values));
    }

    private double[] prior(double[] values) {
        double middle = values[values.length / 2];
        return switch (random.nextInt(4)) {
            case 0 -> Priors.normal(values, middle, 0.1 + middle * random.nextDouble());
            case 1 -> values[0] > 0
                    ? Priors.logNormal(values, middle, 0.2 + random.nextDouble())
                    : Priors.flat(values.length);
            case 2 -> withoutTheLast(values.length);
            default -> Priors.flat(values.length);
        };
    }

    private double[] withoutTheLast(int size) {
        double[] weights = random.doubles(size).toArray();
        weights[0] += 0.1;
        if (size > 1) {
            weights[size - 1] = 0;
        }
        return weights;
    }
}
