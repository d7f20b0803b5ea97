package io.stimloop.benchmarks;

import io.stimloop.gateway.cli.ExitCode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Many neurons that answer one stimulus: learning from their counts, and the next stimulus by infomax. */
@Command(name = "population", mixinStandardHelpOptions = true, description = "Update and choice for neurons with a tuning curve's grid of 2,000 points each and 16 stimuli, beside the plain way,"
        + " which does for one neuron after another, on one thread, what is done for a neuron alone.", footer = {
                "", "Example: stimloop benchmark population --json"})
final class PopulationBenchmark implements Callable<Integer> {
    @Option(names = "--neurons", defaultValue = "1000", paramLabel = "N", description = "Neurons (default: ${DEFAULT-VALUE}).")
    private int neurons;

    @Option(names = "--threads", defaultValue = "2", paramLabel = "N", description = "Threads that search (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--trials", defaultValue = "300", paramLabel = "N", description = "Trials to time (default: ${DEFAULT-VALUE}).")
    private int trials;

    @Option(names = "--warm-up", defaultValue = "100", paramLabel = "N", description = "Trials to run before timing (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--baseline-trials", defaultValue = "10", paramLabel = "N", description = "Trials to time the plain way (default: ${DEFAULT-VALUE}).")
    private int baselineTrials;

    @Mixin
    private final Report report = new Report();

    @Override
    public Integer call() {
        try (PopulationTrials experiment = new PopulationTrials(neurons, threads)) {
            experiment.run(warmUp);
            long[] nanos = experiment.run(trials);
            double bytesPerTrial = (double) experiment.garbageBytes() / trials;
            experiment.plain(baselineTrials);
            String name = String.format(Locale.ROOT, "%,d neurons, 2,000 points, 16 stimuli, %d threads",
                    neurons, threads);
            report.print(new Measured(List.of(
                    Measured.Case.of(name, nanos, experiment.plain(baselineTrials), bytesPerTrial))));
        }
        return ExitCode.DONE;
    }
}
