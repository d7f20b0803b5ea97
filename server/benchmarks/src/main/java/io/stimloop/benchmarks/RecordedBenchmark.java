package io.stimloop.benchmarks;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.gateway.cli.ExitCode;
import io.stimloop.gateway.cli.ExperimentFiles;
import io.stimloop.gateway.cli.RecordedStimuli;
import io.stimloop.gateway.cli.Recordings;
import io.stimloop.planning.search.SearchPool;
import io.stimloop.rig.neurons.recorded.Recording;
import io.stimloop.rig.neurons.recorded.Selection;
import io.stimloop.v1.ExperimentSpec;
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

/** How fast infomax and balanced blocks learn the tuning of really recorded cells. */
@Command(name = "recorded", mixinStandardHelpOptions = true, description = {
        "Error of the predicted tuning curve after some trials, under infomax and under balanced blocks,"
                + " on recorded cells that answer with real repeats.",
        "The error is the root mean square over the recorded directions of predicted less recorded mean,"
                + " divided by the standard deviation of the recorded means across directions."})
final class RecordedBenchmark implements Callable<Integer> {
    private static final int[] CHECKPOINTS = {8, 16, 32, 48, 64, 96};

    @Option(names = "--csv", required = true, paramLabel = "FILE", description = "The recording.")
    @SuppressWarnings("NullAway.Init")
    private Path csv;

    @Option(names = "--experiment", required = true, paramLabel = "FILE", description = "The experiment file.")
    @SuppressWarnings("NullAway.Init")
    private Path experiment;

    @Option(names = "--neuron", paramLabel = "NAME", description = "One neuron only (default: all).")
    private @Nullable String neuron;

    @Option(names = "--dispersion", defaultValue = "0", paramLabel = "D", description = "Dispersion of the recorded stimuli (default: ${DEFAULT-VALUE}).")
    private double dispersion;

    @Option(names = "--contrast", defaultValue = "1.0", paramLabel = "C", description = "Contrast of the recorded stimuli (default: ${DEFAULT-VALUE}).")
    private double contrast;

    @Option(names = "--seeds", defaultValue = "50", paramLabel = "N", description = "Experiments for each cell and planner (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Mixin
    private final Report report = new Report();

    /** Median and quartiles of the error after so many trials. */
    record Checkpoint(int trials, double lowerQuartile, double median, double upperQuartile) {}

    /** How one planner fared on one cell. */
    record Curve(String neuron, String planner, List<Checkpoint> errors) {}

    /**
     * The answer.
     *
     * @param standardError of the recorded means themselves, in the same unit: no curve can be known better
     *                      from these repeats
     */
    record Cell(String neuron, double standardError) {}

    /** All of it. */
    record Result(int seeds, List<Cell> cells, List<Curve> curves) {}

    @Override
    public Integer call() {
        ExperimentSpec file = ExperimentFiles.read(experiment).original();
        Recording recording = Recordings.read(csv);
        SortedSet<String> neurons = neuron == null ? recording.neurons() : new TreeSet<>(List.of(neuron));
        List<Cell> cells = new ArrayList<>();
        List<Curve> curves = new ArrayList<>();
        try (SearchPool pool = new SearchPool(Runtime.getRuntime().availableProcessors())) {
            for (String name : neurons) {
                Selection selection = new Selection(name, dispersion, contrast);
                ResolvedSpec spec = Specs
                        .resolved(RecordedStimuli.in(file, Recordings.repeats(recording, selection)));
                RecordedStudy study = new RecordedStudy(spec, recording, selection, pool, CHECKPOINTS);
                cells.add(new Cell(name, study.standardError()));
                curves.add(new Curve(name, "infomax", study.infomax(seeds)));
                curves.add(new Curve(name, "balanced", study.balanced(seeds)));
            }
        }
        report.print(new Result(seeds, cells, curves));
        return ExitCode.DONE;
    }
}
