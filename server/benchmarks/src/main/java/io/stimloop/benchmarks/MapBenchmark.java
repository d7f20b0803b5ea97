package io.stimloop.benchmarks;

import io.stimloop.gateway.cli.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A Gaussian-process rate map over two dimensions: learning from a count, and the next stimulus. */
@Command(name = "map", mixinStandardHelpOptions = true, description = "Update and choice on a rate map over a square of candidates, when many trials were seen, on one thread, beside the"
        + " plain way, which solves dense equations for every candidate anew.", footer = {
                "", "Example: stimloop benchmark map --json"})
final class MapBenchmark implements Callable<Integer> {
    @Option(names = "--side", defaultValue = "30", paramLabel = "N", description = "Candidates along each dimension (default: ${DEFAULT-VALUE}).")
    private int side;

    @Option(names = "--seen", defaultValue = "100", paramLabel = "N", description = "Trials seen before (default: ${DEFAULT-VALUE}).")
    private int seen;

    @Option(names = "--trials", defaultValue = "300", paramLabel = "N", description = "Trials to time (default: ${DEFAULT-VALUE}).")
    private int trials;

    @Option(names = "--warm-up", defaultValue = "300", paramLabel = "N", description = "Trials to run before timing (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--baseline-trials", defaultValue = "5", paramLabel = "N", description = "Trials to time the plain way (default: ${DEFAULT-VALUE}).")
    private int baselineTrials;

    @Mixin
    private final Report report = new Report();

    @Override
    public Integer call() {
        List<Measured.Case> cases = new ArrayList<>();
        for (MapTrials.Goal goal : MapTrials.Goal.values()) {
            MapTrials experiment = new MapTrials(side, seen, goal);
            long[] baseline = experiment.plain(baselineTrials);
            experiment.run(warmUp);
            long[] nanos = experiment.run(trials);
            String name = side + " x " + side + ", " + seen + " trials seen, " + goal.words();
            cases.add(
                    Measured.Case.of(name, nanos, baseline, (double) experiment.garbageBytes() / trials));
        }
        report.print(new Measured(cases));
        return ExitCode.DONE;
    }
}
