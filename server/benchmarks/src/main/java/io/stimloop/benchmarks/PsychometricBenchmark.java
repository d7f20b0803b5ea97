package io.stimloop.benchmarks;

import io.stimloop.gateway.cli.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A psychometric function on a grid: learning from an answer, and the next stimulus by infomax. */
@Command(name = "psychometric", mixinStandardHelpOptions = true, description = "Update and choice on the Weibull function of Watson (2017), on one thread, beside the plain way, which works"
        + " out the posterior for every stimulus and answer.", footer = {
                "", "Example: stimloop benchmark psychometric --json"})
final class PsychometricBenchmark implements Callable<Integer> {
    @Option(names = "--trials", defaultValue = "6400", paramLabel = "N", description = "Trials to time (default: ${DEFAULT-VALUE}).")
    private int trials;

    @Option(names = "--warm-up", defaultValue = "30000", paramLabel = "N", description = "Trials to run before timing (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--baseline-trials", defaultValue = "100", paramLabel = "N", description = "Trials to time the plain way (default: ${DEFAULT-VALUE}).")
    private int baselineTrials;

    @Mixin
    private final Report report = new Report();

    @Override
    public Integer call() {
        report.print(
                new Measured(List.of(measured("820 points, 41 stimuli", new PsychometricTrials(41, 4, 5)),
                        measured("18,711 points, 81 stimuli", new PsychometricTrials(81, 21, 11)))));
        return ExitCode.DONE;
    }

    private Measured.Case measured(String name, PsychometricTrials experiment) {
        experiment.run(warmUp);
        long[] nanos = experiment.run(trials);
        double bytesPerTrial = (double) experiment.garbageBytes() / trials;
        experiment.plain(baselineTrials);
        return Measured.Case.of(name, nanos, experiment.plain(baselineTrials), bytesPerTrial);
    }
}
