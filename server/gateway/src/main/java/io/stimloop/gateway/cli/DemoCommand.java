package io.stimloop.gateway.cli;

import io.stimloop.gateway.config.ExperimentFile;
import io.stimloop.gateway.server.ServerOptions;
import io.stimloop.gateway.server.StimloopServer;
import io.stimloop.rig.neurons.simulated.BidirectionalTuning;
import io.stimloop.rig.neurons.simulated.GainFluctuation;
import io.stimloop.rig.neurons.simulated.Realism;
import io.stimloop.rig.neurons.simulated.SimulatedNeuron;
import io.stimloop.rig.neurons.simulated.TuningCurve;
import io.stimloop.v1.ExperimentSnapshot;
import io.stimloop.v1.ExperimentSpec;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole loop in one command: a server, a rig with a simulated cell, and what came of it. */
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

    @Mixin
    private final PageOptions page = new PageOptions();

    @Option(names = "--trial-ms", defaultValue = "0", paramLabel = "MS", description = "Milliseconds that a trial takes, so that one can watch (default: none).")
    private int trialMillis;

    @Option(names = "--keep", description = "Keep the server and its page after the experiment, until Ctrl-C.")
    private boolean keep;

    @Option(names = "--experiment", paramLabel = "FILE", description = "Run this experiment on the cell of its simulation instead.")
    private @Nullable Path experiment;

    @Override
    public Integer call() throws InterruptedException {
        ExperimentSpec file = experiment == null
                ? ExperimentFile.shipped("direction-tuning.yaml")
                : ExperimentFiles.read(experiment).original();
        Subject cell = cell(options.seed(file));
        options.run(file, trialMillis == 0 ? cell : new UnhurriedSubject(cell, trialMillis), new Shown(cell));
        return ExitCode.DONE;
    }

    /** Says where the page is, and what came of the experiment. */
    private final class Shown implements RunOptions.Host {
        private final Subject cell;

        Shown(Subject cell) {
            this.cell = cell;
        }

        @Override
        public ServerOptions chosen(ServerOptions server) {
            return page.in(server);
        }

        @Override
        public void began(StimloopServer server) {
            server.page().ifPresent(at -> say("the operator's page: " + at));
        }

        @Override
        public void ended(ExperimentSnapshot last) throws InterruptedException {
            options.print(Summary.withTruth(last, cell.truth()), spec.commandLine().getOut());
            stay();
        }

        @Override
        public void failed(CommandFailure failure) throws InterruptedException {
            if (keep) {
                say(String.valueOf(failure.getMessage()));
            }
            stay();
        }

        private void stay() throws InterruptedException {
            if (keep) {
                say("the server goes on; Ctrl-C ends it");
                new CountDownLatch(1).await();
            }
        }

        private void say(String line) {
            PrintWriter out = spec.commandLine().getErr();
            out.println(line);
            out.flush();
        }
    }

    private Subject cell(long seed) {
        if (experiment != null) {
            return new TruthSubject(ExperimentFiles.read(experiment), UnaryOperator.identity(), seed);
        }
        Realism realism = Realism.NONE
                .with(new GainFluctuation(GainFluctuation.Distribution.GAMMA, GAIN_VARIANCE));
        return new NeuronSubject(new SimulatedNeuron(TRUTH, realism, seed));
    }
}
