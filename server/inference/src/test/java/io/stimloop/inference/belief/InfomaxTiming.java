package io.stimloop.inference.belief;

import io.stimloop.inference.objective.Infomax;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Times update and choice on two threads; a program to tune by, not a test. Run {@link #main} with the
 * flags of the build.
 */
final class InfomaxTiming {
    private static final int THREADS = 2;
    private static final int TRIALS = 100;
    private static final int WARM_UP_ROUNDS = 5;

    private final TuningCurve model;
    private final double[][] candidates;
    private final double[] truth;
    private final double[] utilities;

    private InfomaxTiming(TuningCurve model, double[][] candidates, double[] truth) {
        this.model = model;
        this.candidates = candidates;
        this.truth = truth;
        this.utilities = new double[candidates.length];
    }

    public static void main(String[] args) throws ExecutionException, InterruptedException {
        double[] bump = {2.5, 10, 0.7, 2.3};
        new InfomaxTiming(ReferenceCase.flat(new int[]{7, 9, 13, 8}, 0), ReferenceCase.STIMULI, bump)
                .run("W1 6,552", true);
        new InfomaxTiming(ReferenceCase.flat(new int[]{21, 21, 21, 21}, 40), ReferenceCase.STIMULI, bump)
                .run("W1 194,481", true);
        double[][] directions = Arrays.stream(Levels.linear(0, 337.5, 16)).mapToObj(x -> new double[]{x})
                .toArray(double[][]::new);
        new InfomaxTiming(direction(), directions, new double[]{3, 40, 95, 25, 0.4}).run("direction 614,400",
                false);
    }

    static TuningCurve direction() {
        List<ParameterAxis> axes = new ArrayList<>();
        axes.add(axis("baseline", Levels.logarithmic(0.5, 20, 8)));
        axes.add(axis("amplitude", Levels.logarithmic(2, 120, 15)));
        axes.add(axis("preferred", Levels.linear(0, 348.75, 32)));
        axes.add(axis("width", Levels.linear(10, 60, 8)));
        axes.add(axis("opposite", Levels.linear(0, 1, 5)));
        axes.add(axis("dispersion", new double[]{0.05, 0.1, 0.2, 0.5}));
        return new TuningCurve(Shape.BIDIRECTIONAL, 360, axes, NoiseFamily.NEGATIVE_BINOMIAL, 0);
    }

    private static ParameterAxis axis(String name, double[] values) {
        return new ParameterAxis(name, values, Priors.flat(values.length));
    }

    private void run(String name, boolean plain) throws ExecutionException, InterruptedException {
        long start = System.nanoTime();
        GridBelief prior = new GridBelief(model);
        ResponsePredictor predictor = prior.predictor(candidates);
        System.out.printf("%s: built in %.1f ms, %.1f MB needed%n", name, (System.nanoTime() - start) * 1e-6,
                GridBelief.bytesNeeded(model, candidates.length) * 1e-6);
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                experiment(prior.copy(), predictor, pool, round);
            }
            double[][] micros = experiment(prior.copy(), predictor, pool, 99);
            System.out.printf("  first update %.0f us, choice %.0f us%n", micros[0][0], micros[1][0]);
            Arrays.sort(micros[0]);
            Arrays.sort(micros[1]);
            System.out.printf("  median update %.1f us, choice %.0f us; p90 %.1f, %.0f%n",
                    micros[0][TRIALS / 2],
                    micros[1][TRIALS / 2], micros[0][TRIALS * 9 / 10], micros[1][TRIALS * 9 / 10]);
        }
        if (plain) {
            comparePlain(prior, predictor);
        }
    }

    private double[][] experiment(GridBelief belief, ResponsePredictor shared, ExecutorService pool,
            long seed)
            throws ExecutionException, InterruptedException {
        ResponsePredictor predictor = shared.over(belief);
        List<ResponsePredictor.View> views = List.of(predictor.newView(), predictor.newView());
        UniformRandomProvider random = Streams.of(seed, 0, 0);
        double[][] micros = new double[2][TRIALS];
        int choice = 30;
        for (int trial = 0; trial < TRIALS; trial++) {
            int count = simulate(candidates[choice % candidates.length][0], random);
            long start = System.nanoTime();
            if (trial > 0) {
                belief.condition(candidates[choice], new int[]{count});
            }
            long updated = System.nanoTime();
            predictor.refresh();
            choice = best(views, pool);
            micros[0][trial] = (updated - start) * 1e-3;
            micros[1][trial] = (System.nanoTime() - updated) * 1e-3;
        }
        return micros;
    }

    private int best(List<ResponsePredictor.View> views, ExecutorService pool)
            throws ExecutionException, InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> searches = new ArrayList<>();
        for (ResponsePredictor.View view : views) {
            searches.add(pool.submit(() -> {
                for (int i = next.getAndIncrement(); i < candidates.length; i = next.getAndIncrement()) {
                    utilities[i] = new Infomax().utility(view.predict(i));
                }
            }));
        }
        for (Future<?> search : searches) {
            search.get();
        }
        int best = 0;
        for (int i = 1; i < utilities.length; i++) {
            best = utilities[i] > utilities[best] ? i : best;
        }
        return best;
    }

    private int simulate(double x, UniformRandomProvider random) {
        double difference = x - truth[2];
        double rate = truth[0]
                + truth[1] * StrictMath.exp(-difference * difference / (2 * truth[3] * truth[3]));
        double product = random.nextDouble();
        int count = 0;
        while (product > StrictMath.exp(-rate)) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    private void comparePlain(GridBelief belief, ResponsePredictor predictor) {
        ResponsePredictor.View fast = predictor.newView();
        ResponsePredictor.View plain = new PlainPredictor(model, belief, candidates).newView();
        double worst = 0;
        long nanos = 0;
        for (int i = 0; i < candidates.length; i++) {
            long start = System.nanoTime();
            double wanted = new Infomax().utility(plain.predict(i));
            nanos += System.nanoTime() - start;
            worst = Math.max(worst, Math.abs(new Infomax().utility(fast.predict(i)) - wanted));
        }
        System.out.printf("  plain way %.0f ms on one thread; largest difference %.2g nats%n", nanos * 1e-6,
                worst);
    }
}
