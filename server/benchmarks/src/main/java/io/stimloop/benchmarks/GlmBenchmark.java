package io.stimloop.benchmarks;

import io.stimloop.gateway.cli.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A Poisson GLM with an exponential link: learning from a count, and the next stimulus by infomax. */
@Command(name = "glm", mixinStandardHelpOptions = true, description = "Update and choice on a Poisson GLM with 1,000 candidates, and with the power-constrained optimum, on one"
        + " thread, beside the plain way, which works out the mean and the variance of every candidate anew.", footer = {
                "", "Example: stimloop benchmark glm --json"})
final class GlmBenchmark implements Callable<Integer> {
    @Option(names = "--trials", defaultValue = "300", paramLabel = "N", description = "Trials to time (default: ${DEFAULT-VALUE}).")
    private int trials;

    @Option(names = "--warm-up", defaultValue = "1500", paramLabel = "N", description = "Trials to run before timing (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--baseline-trials", defaultValue = "10", paramLabel = "N", description = "Trials to time the plain way (default: ${DEFAULT-VALUE}).")
    private int baselineTrials;

    @Option(names = "--sizes", defaultValue = "100,400,1000", split = ",", paramLabel = "D", description = "Stimulus sizes (default: ${DEFAULT-VALUE}).")
    private int[] sizes = {};

    @Mixin
    private final Report report = new Report();

    @Override
    public Integer call() {
        List<Measured.Case> cases = new ArrayList<>();
        for (int size : sizes) {
            long[] baseline = new GlmTrials(size).plain(baselineTrials);
            cases.add(measured(size, baseline, false));
            cases.add(measured(size, baseline, true));
        }
        report.print(new Measured(cases));
        return ExitCode.DONE;
    }

    private Measured.Case measured(int size, long[] baseline, boolean wholeBall) {
        GlmTrials experiment = new GlmTrials(size);
        experiment.run(warmUp, wholeBall);
        long[] nanos = experiment.run(trials, wholeBall);
        String what = wholeBall ? "1,000 candidates and the power-constrained optimum" : "1,000 candidates";
        return Measured.Case.of("d = " + size + ", " + what, nanos, baseline,
                (double) experiment.garbageBytes() / trials);
    }
}
