package io.stimloop.gateway.cli;

import io.stimloop.rig.neurons.recorded.RecordedNeuron;
import io.stimloop.rig.neurons.recorded.Recording;
import io.stimloop.rig.neurons.recorded.Selection;
import io.stimloop.v1.ExperimentSpec;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** An experiment on a neuron that was really recorded. */
@Command(name = "recorded", mixinStandardHelpOptions = true, description = {
        "Run an experiment on a recorded neuron: every stimulus is answered with a real repeat of it,"
                + " drawn without replacement until all are used. The directions that were recorded take the place"
                + " of the stimulus values in the experiment file.",
        "The CSV file has a header row with the columns neuron, direction_deg, dispersion, contrast, repeat,"
                + " spike_count, duration_s."}, footer = {"",
                        "Example: stimloop rig recorded --csv cells.csv --neuron m620r12 \\",
                        "           --experiment config/experiments/recorded-direction-tuning.yaml"})
final class RecordedRigCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--csv", required = true, paramLabel = "FILE", description = "The recording.")
    @SuppressWarnings("NullAway.Init")
    private Path csv;

    @Option(names = "--neuron", required = true, paramLabel = "NAME", description = "Which of its neurons.")
    @SuppressWarnings("NullAway.Init")
    private String neuron;

    @Option(names = "--experiment", required = true, paramLabel = "FILE", description = "The experiment file.")
    @SuppressWarnings("NullAway.Init")
    private Path experiment;

    @Option(names = "--dispersion", defaultValue = "0", paramLabel = "D", description = "Dispersion of the recorded stimuli (default: ${DEFAULT-VALUE}).")
    private double dispersion;

    @Option(names = "--contrast", defaultValue = "1.0", paramLabel = "C", description = "Contrast of the recorded stimuli (default: ${DEFAULT-VALUE}).")
    private double contrast;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Override
    public Integer call() throws InterruptedException {
        ExperimentSpec file = ExperimentFiles.read(experiment).original();
        Recording recording = Recordings.read(csv);
        Selection selection = new Selection(neuron, dispersion, contrast);
        ExperimentSpec fitted = RecordedStimuli.in(file, Recordings.repeats(recording, selection));
        RecordedNeuron recorded = new RecordedNeuron(recording, selection, options.seed(file));
        options.print(Summary.withCurve(options.run(fitted, new NeuronSubject(recorded))),
                spec.commandLine().getOut());
        return ExitCode.DONE;
    }
}
