package io.stimloop.export.report;

import io.stimloop.control.experiment.RiglessExperiment;
import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.Truth;
import io.stimloop.numerics.random.Streams;
import io.stimloop.planning.pool.Crew;
import io.stimloop.v1.BalancedPlanner;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Neuron;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * How many trials a balanced design would have needed to know as much: simulated experiments on cells that are as the
 * posterior means say, each until its belief is as narrow as that of the real one. The same journal gives the same numbers.
 */
final class BalancedDesign {
    /** Simulated trials end at so many times those of the experiment. */
    private static final int PATIENCE = 5;
    private static final int MOST_EXPERIMENTS = 40;
    private static final int LEAST_EXPERIMENTS = 8;
    /** Memory of a belief times trials: half a minute of learning. */
    private static final double MOST_BYTES_LEARNED = 6e11;
    private static final int RESAMPLES = 2000;
    private static final double TAIL = 0.025;
    private static final long ANSWERS = 0x616e7377657273L;
    private static final long SPECS = 0x7370656373L;
    private static final long BOOTSTRAP = 0x626f6f74L;

    private final ExperimentSpec spec;
    private final double targetNats;
    private final int trials;
    private final int most;
    private final int experiments;

    /**
     * What came of it.
     *
     * @param experiments simulated
     * @param trials      of the real one
     * @param median      trials that the balanced design needed
     * @param lower       lower end of the 95% confidence interval of the median
     * @param upper       upper end
     * @param most        after which a simulated experiment was given up, and counts as if it had needed these
     * @param entropies   of the simulated experiments: after every trial up to those of the real one, in nats
     */
    record Answer(int experiments, int trials, double median, double lower, double upper, int most,
            double[][] entropies) {}

    /** One simulated experiment. */
    private record Run(int needed, double[] entropies) {}

    /**
     * A question.
     *
     * @param real       the experiment
     * @param trials     that it learned from
     * @param targetNats entropy of its belief after them
     */
    BalancedDesign(ResolvedSpec real, int trials, double targetNats) {
        this.trials = trials;
        this.targetNats = targetNats;
        most = Math.multiplyExact(PATIENCE, trials);
        double each = (double) real.memoryBytes() * 2 * trials;
        experiments = (int) Math.clamp(MOST_BYTES_LEARNED / Math.max(1, each), 0, MOST_EXPERIMENTS);
        spec = real.original().toBuilder().clearModelCheck().clearStopping()
                .setPlanner(real.original().getPlanner()
                        .toBuilder().setBalanced(BalancedPlanner.getDefaultInstance()))
                .build();
    }

    /** Whether it is few enough work to be answered. */
    boolean feasible() {
        return experiments >= LEAST_EXPERIMENTS;
    }

    /**
     * Simulates.
     *
     * @param believed parameters of every neuron
     * @throws IllegalArgumentException if no cell can be made of them, saying why
     */
    Answer answer(List<List<ParameterSummary>> believed) {
        // Whether there is such a cell shows before anything is simulated.
        var _ = cell(believed);
        ResolvedSpec balanced = resolved(spec);
        Belief prior = balanced.source().create();
        ResponsePredictor tables = prior.predictor(balanced.candidates(),
                balanced.aim().objective().question());
        List<Run> runs = IntStream.range(0, experiments).parallel()
                .mapToObj(index -> run(index, believed, prior, tables)).toList();
        double[] needed = runs.stream().mapToDouble(Run::needed).toArray();
        double[] interval = interval(needed);
        return new Answer(experiments, trials, median(needed), interval[0], interval[1], most,
                runs.stream().map(Run::entropies).toArray(double[][]::new));
    }

    private Run run(int index, List<List<ParameterSummary>> believed, Belief prior,
            ResponsePredictor tables) {
        Truth cell = cell(believed);
        long seed = Streams.of(spec.getSeed(), index, SPECS).nextLong() >>> 1;
        RiglessExperiment experiment = new RiglessExperiment(resolved(spec.toBuilder().setSeed(seed).build()),
                prior,
                tables, Crew.alone());
        long answers = Streams.of(spec.getSeed(), index, ANSWERS).nextLong();
        double[] response = new double[believed.size()];
        double[] entropies = new double[trials];
        int needed = 0;
        for (int trial = 1; trial <= most && (needed == 0 || trial <= trials); trial++) {
            double[] stimulus = experiment.next();
            cell.respond(stimulus, Streams.of(answers, trial, 0), response);
            experiment.learn(response);
            double entropy = experiment.belief().entropyNats();
            if (trial <= trials) {
                entropies[trial - 1] = entropy;
            }
            needed = needed == 0 && entropy <= targetNats ? trial : needed;
        }
        return new Run(needed == 0 ? most : needed, entropies);
    }

    private Truth cell(List<List<ParameterSummary>> believed) {
        List<Truth> cells = new ArrayList<>();
        ResolvedSpec one = resolved(spec.toBuilder().clearNeurons()
                .addNeurons(Neuron.newBuilder().setName("cell")).clearSimulation().build());
        for (List<ParameterSummary> parameters : believed) {
            Map<String, Double> means = new TreeMap<>();
            parameters.forEach(parameter -> means.put(parameter.name(), parameter.mean()));
            cells.add(one.source().truth(means));
        }
        return cells.size() == 1 ? cells.getFirst() : new Cells(cells);
    }

    private static ResolvedSpec resolved(ExperimentSpec spec) {
        return switch (SpecResolver.resolve(spec, Long.MAX_VALUE)) {
            case Resolution.Accepted(ResolvedSpec accepted) -> accepted;
            case Resolution.Refused(var violations) ->
                throw new IllegalArgumentException(violations.getFirst().toString());
        };
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Of the median, by the percentile bootstrap (Efron and Tibshirani 1993, chapter 13). */
    private double[] interval(double[] values) {
        UniformRandomProvider random = Streams.of(spec.getSeed(), values.length, BOOTSTRAP);
        double[] medians = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            medians[r] = median(
                    random.ints(values.length, 0, values.length).mapToDouble(i -> values[i]).toArray());
        }
        Arrays.sort(medians);
        int cut = (int) (TAIL * RESAMPLES);
        return new double[]{medians[cut], medians[RESAMPLES - 1 - cut]};
    }

    /** Cells side by side, each of which answers as if it were alone. */
    private record Cells(List<Truth> each) implements Truth {
        @Override
        public double[] parameters(int unit) {
            return each.get(unit).parameters(0);
        }

        @Override
        public double expected(int unit, double[] stimulus) {
            return each.get(unit).expected(0, stimulus);
        }

        @Override
        public void respond(double[] stimulus, UniformRandomProvider random, double[] response) {
            double[] one = new double[1];
            for (int unit = 0; unit < response.length; unit++) {
                each.get(unit).respond(stimulus, random, one);
                response[unit] = one[0];
            }
        }
    }
}
