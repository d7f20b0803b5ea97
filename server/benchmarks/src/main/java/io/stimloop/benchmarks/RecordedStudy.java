package io.stimloop.benchmarks;

import io.stimloop.benchmarks.RecordedBenchmark.Checkpoint;
import io.stimloop.control.experiment.RiglessExperiment;
import io.stimloop.control.spec.PlanningMethod;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.CurvePoint;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.planning.pool.Crew;
import io.stimloop.rig.neurons.recorded.RecordedNeuron;
import io.stimloop.rig.neurons.recorded.Recording;
import io.stimloop.rig.neurons.recorded.Repeats;
import io.stimloop.rig.neurons.recorded.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Experiments on one recorded cell under different planners, without transport and without a deadline. */
final class RecordedStudy {
    private final ResolvedSpec spec;
    private final Recording recording;
    private final Selection selection;
    private final int[] checkpoints;
    private final Belief prior;
    private final ResponsePredictor tables;
    private final double[][] directions;
    private final double[] means;
    private final double unit;
    private final double standardError;

    RecordedStudy(ResolvedSpec spec, Recording recording, Selection selection,
            int[] checkpoints) {
        this.spec = spec;
        this.recording = recording;
        this.selection = selection;
        this.checkpoints = checkpoints;
        prior = spec.source().create();
        tables = prior.predictor(spec.candidates(), spec.aim().objective().question());
        List<Repeats> repeats = recording.repeats(selection);
        directions = repeats.stream().map(r -> new double[]{r.directionDeg()}).toArray(double[][]::new);
        means = repeats.stream().mapToDouble(Repeats::mean).toArray();
        unit = spread(repeats);
        standardError = rootMeanSquare(repeats.stream().mapToDouble(Repeats::standardError).toArray()) / unit;
    }

    /** Standard deviation of the recorded means across directions, in spikes; where it is 0 there is no tuning to learn. */
    static double spread(List<Repeats> repeats) {
        return sd(repeats.stream().mapToDouble(Repeats::mean).toArray());
    }

    /** Root mean square of the standard errors of the recorded means, in units of their spread. */
    double standardError() {
        return standardError;
    }

    /** Experiments as the spec has them. */
    List<Checkpoint> planned(int seeds) {
        return study(seeds, spec.planner().method());
    }

    /** Balanced blocks, with the same belief. */
    List<Checkpoint> balanced(int seeds) {
        return study(seeds, new PlanningMethod.Balanced());
    }

    private List<Checkpoint> study(int seeds, PlanningMethod method) {
        double[][] errors = new double[checkpoints.length][seeds];
        IntStream.range(0, seeds).parallel().forEach(seed -> run(
                new RiglessExperiment(spec.with(seed, method), prior, tables, Crew.alone()),
                new RecordedNeuron(recording, selection, seed), errors, seed));
        List<Checkpoint> summary = new ArrayList<>();
        for (int c = 0; c < checkpoints.length; c++) {
            Arrays.sort(errors[c]);
            summary.add(new Checkpoint(checkpoints[c], quantile(errors[c], 0.25), quantile(errors[c], 0.5),
                    quantile(errors[c], 0.75)));
        }
        return summary;
    }

    private void run(RiglessExperiment experiment, RecordedNeuron neuron, double[][] errors, int seed) {
        int trial = 0;
        for (int c = 0; c < checkpoints.length; c++) {
            for (; trial < checkpoints[c]; trial++) {
                experiment.learn(new double[]{neuron.respond(experiment.next())});
            }
            errors[c][seed] = error(experiment.belief());
        }
    }

    private double error(Belief belief) {
        List<CurvePoint> curve = belief.curve(directions);
        double[] differences = new double[means.length];
        for (int d = 0; d < means.length; d++) {
            differences[d] = curve.get(d).mean() - means[d];
        }
        return rootMeanSquare(differences) / unit;
    }

    private static double rootMeanSquare(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElse(0));
    }

    private static double sd(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return rootMeanSquare(Arrays.stream(values).map(v -> v - mean).toArray());
    }

    /** Linear interpolation between the order statistics. */
    private static double quantile(double[] sorted, double probability) {
        double at = probability * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
