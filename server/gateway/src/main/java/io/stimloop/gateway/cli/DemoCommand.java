package io.stimloop.gateway.cli;

import io.stimloop.gateway.config.ExperimentFile;
import io.stimloop.rig.neurons.simulated.BidirectionalTuning;
import io.stimloop.rig.neurons.simulated.GainFluctuation;
import io.stimloop.rig.neurons.simulated.Realism;
import io.stimloop.rig.neurons.simulated.SimulatedNeuron;
import io.stimloop.rig.neurons.simulated.TuningCurve;
import io.stimloop.v1.ExperimentSnapshot;
import io.stimloop.v1.ExperimentSpec;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The whole loop in one command: a server, a rig with a simulated neuron, and what came of it. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "Start a server, learn the direction tuning of a simulated neuron over gRPC, and compare what"
        + " was learned with the truth.", footer = {"", "Example: stimloop demo --trials 100 --seed 1"})
final class DemoCommand implements Callable<Integer> {
    private static final TuningCurve TRUTH = new BidirectionalTuning(5, 40, 137, 24, 0.4, 360);
    private static final double GAIN_VARIANCE = 0.1;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Override
    public Integer call() throws InterruptedException {
        ExperimentSpec experiment = ExperimentFile.shipped("direction-tuning.yaml");
        Realism realism = Realism.NONE
                .with(new GainFluctuation(GainFluctuation.Distribution.GAMMA, GAIN_VARIANCE));
        SimulatedNeuron neuron = new SimulatedNeuron(TRUTH, realism, options.seed(experiment));
        Map<String, Double> truth = neuron.truth();
        ExperimentSnapshot last = options.run(experiment, neuron);
        options.print(Summary.withTruth(last, truth), spec.commandLine().getOut());
        return ExitCode.DONE;
    }
}
