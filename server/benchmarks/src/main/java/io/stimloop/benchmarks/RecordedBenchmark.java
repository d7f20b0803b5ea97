package io.stimloop.benchmarks;

import io.stimloop.control.spec.PlanningMethod;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.gateway.cli.CommandFailure;
import io.stimloop.gateway.cli.ExitCode;
import io.stimloop.gateway.cli.ExperimentFiles;
import io.stimloop.gateway.cli.RecordedStimuli;
import io.stimloop.gateway.cli.Recordings;
import io.stimloop.rig.neurons.recorded.Recording;
import io.stimloop.rig.neurons.recorded.Repeats;
import io.stimloop.rig.neurons.recorded.Selection;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Objective;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How fast experiments and balanced blocks learn the tuning of really recorded cells. */
@Command(name = "recorded", mixinStandardHelpOptions = true, description = {
        "Error of the predicted tuning curve after some trials, under the search of each experiment file and under"
                + " balanced blocks with the same belief, on recorded cells that answer with real repeats.",
        "The error is the root mean square over the recorded directions of predicted less recorded mean,"
                + " divided by the standard deviation of the recorded means across directions."}, footer = {
                        "", "Example: stimloop benchmark recorded --csv cells.csv \\",
                        "           --experiment config/experiments/recorded-direction-tuning.yaml --json"})
final class RecordedBenchmark implements Callable<Integer> {
    private static final int[] CHECKPOINTS = {8, 16, 32, 48, 64, 96};
    private static final String BALANCED = "balanced";

    @Option(names = "--csv", required = true, paramLabel = "FILE", description = "The recording.")
    @SuppressWarnings("NullAway.Init")
    private Path csv;

    @Option(names = "--experiment", required = true, split = ",", paramLabel = "FILE", description = "Experiment files to compare.")
    private List<Path> experiments = List.of();

    @Option(names = "--neuron", paramLabel = "NAME", description = "One neuron only (default: all).")
    private @Nullable String neuron;

    @Option(names = "--dispersion", defaultValue = "0", paramLabel = "D", description = "Dispersion of the recorded stimuli (default: ${DEFAULT-VALUE}).")
    private double dispersion;

    @Option(names = {"--contrasts",
            "--contrast"}, defaultValue = "1.0", split = ",", paramLabel = "C", description = "Contrasts of the recorded stimuli (default: ${DEFAULT-VALUE}).")
    private double[] contrasts = {};

    @Option(names = "--seeds", defaultValue = "50", paramLabel = "N", description = "Experiments for each cell and planner (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Mixin
    private final Report report = new Report();

    private final List<Cell> cells = new ArrayList<>();
    private final List<Curve> curves = new ArrayList<>();

    /** Median and quartiles of the error after so many trials. */
    record Checkpoint(int trials, double lowerQuartile, double median, double upperQuartile) {}

    /**
     * How one planner fared on one cell.
     *
     * @param experiment name of the experiment, whose belief it is
     * @param planner    the experiment's objective, or "balanced"
     */
    record Curve(String neuron, double contrast, String experiment, String planner,
            List<Checkpoint> errors) {}

    /**
     * A cell at a contrast.
     *
     * @param spread        standard deviation of the recorded means across directions, in spikes: the unit of errors.
     *                      Where it is 0 no error is defined, and nothing is run
     * @param standardError of the recorded means themselves, in the same unit: no curve can be known better
     *                      from these repeats; null where no error is defined
     */
    record Cell(String neuron, double contrast, double spread, @Nullable Double standardError) {}

    /** All of it. */
    record Result(int seeds, List<Cell> cells, List<Curve> curves) {}

    @Override
    public Integer call() {
        List<ExperimentSpec> files = experiments.stream().map(file -> ExperimentFiles.read(file).original())
                .toList();
        Recording recording = Recordings.read(csv);
        SortedSet<String> neurons = neuron == null ? recording.neurons() : new TreeSet<>(List.of(neuron));
        for (String name : neurons) {
            for (double contrast : contrasts) {
                run(new Selection(name, dispersion, contrast), recording, files);
            }
        }
        report.print(new Result(seeds, cells, curves));
        return ExitCode.DONE;
    }

    private void run(Selection selection, Recording recording, List<ExperimentSpec> files) {
        List<Repeats> repeats = Recordings.repeats(recording, selection);
        double spread = RecordedStudy.spread(repeats);
        Double standardError = null;
        for (ExperimentSpec file : spread > 0 ? files : List.<ExperimentSpec>of()) {
            ResolvedSpec spec = Specs.resolved(RecordedStimuli.in(file, repeats));
            requireSearch(spec);
            RecordedStudy study = new RecordedStudy(spec, recording, selection, CHECKPOINTS);
            standardError = study.standardError();
            add(selection, file, objective(file), study.planned(seeds));
            add(selection, file, BALANCED, study.balanced(seeds));
        }
        cells.add(new Cell(selection.neuron(), selection.contrast(), spread, standardError));
    }

    private void add(Selection selection, ExperimentSpec file, String planner, List<Checkpoint> errors) {
        curves.add(new Curve(selection.neuron(), selection.contrast(), file.getName(), planner, errors));
    }

    private static void requireSearch(ResolvedSpec spec) {
        if (!(spec.planner().method() instanceof PlanningMethod.Search)) {
            throw CommandFailure.invalidSpec("planner: must be a search, to be compared with balanced blocks",
                    null);
        }
    }

    private static String objective(ExperimentSpec file) {
        int kind = file.getObjective().getKindCase().getNumber();
        return kind == 0
                ? "infomax"
                : Objective.getDescriptor().findFieldByNumber(kind).getJsonName();
    }
}
