package io.stimloop.gateway.cli;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.v1.ExperimentSnapshot;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** An experiment on a simulated cell. */
@Command(name = "simulated", mixinStandardHelpOptions = true, description = "Run an experiment on a simulated cell of the experiment's model, or of its simulation, and"
        + " compare what was learned with the truth.", footer = {"",
                "Example: stimloop rig simulated --experiment config/experiments/gaussian-bump.yaml \\",
                "           --truth preferred=2.5 --gain-variance 0.1"})
final class SimulatedRigCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--experiment", required = true, paramLabel = "FILE", description = "The experiment file.")
    @SuppressWarnings("NullAway.Init")
    private Path experiment;

    @Mixin
    private final NeuronOptions neuronOptions = new NeuronOptions();

    @Mixin
    private final RunOptions options = new RunOptions();

    @Override
    public Integer call() throws InterruptedException {
        ResolvedSpec file = ExperimentFiles.read(experiment);
        Subject cell = neuronOptions.subject(file, options.seed(file.original()));
        ExperimentSnapshot last = options.run(file.original(), cell);
        options.print(Summary.withTruth(last, cell.truth()), spec.commandLine().getOut());
        return ExitCode.DONE;
    }
}
