package io.stimloop.benchmarks;

import io.stimloop.gateway.cli.ExitCode;
import io.stimloop.inference.belief.Question;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a trial allocates, by JMH with its profiler of garbage. */
@Command(name = "allocation", mixinStandardHelpOptions = true, description = "What a trial allocates, the update and"
        + " the choice, on a small and a large belief of each form (JMH with the GC profiler; some minutes).", footer = {
                "", "Example: stimloop benchmark allocation --json"})
final class AllocationCommand implements Callable<Integer> {
    private static final String NORM = "gc.alloc.rate.norm";

    @Option(names = "--seconds", defaultValue = "10", paramLabel = "N", description = "Seconds to warm up and to measure, each (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Mixin
    private final Report report = new Report();

    /**
     * A belief.
     *
     * @param memoryBytes   that it needs, with its tables
     * @param micros        a trial takes, mean
     * @param bytesPerTrial that become garbage
     */
    record Case(String name, long memoryBytes, double micros, double bytesPerTrial) {}

    /** The answer. */
    record Result(List<Case> cases) {}

    @Override
    public Integer call() throws RunnerException {
        List<Case> cases = new ArrayList<>();
        for (RunResult run : run()) {
            SizedBelief belief = SizedBelief.named(run.getParams().getParam("belief"));
            cases.add(new Case(belief.name(),
                    belief.source().bytesNeeded(belief.candidates().length, Question.INFORMATION),
                    run.getPrimaryResult().getScore(),
                    Objects.requireNonNull(run.getSecondaryResults().get(NORM), NORM).getScore()));
        }
        report.print(new Result(cases));
        return ExitCode.DONE;
    }

    /** In a JVM with the options of this one, which says nothing on our standard output. */
    private List<RunResult> run() throws RunnerException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return List.copyOf(new Runner(new OptionsBuilder().include(TrialBenchmarks.class.getName()).forks(1)
                .warmupIterations(seconds).warmupTime(TimeValue.seconds(1)).measurementIterations(seconds)
                .measurementTime(TimeValue.seconds(1)).addProfiler(GCProfiler.class).build(),
                OutputFormatFactory.createFormatInstance(nowhere, VerboseMode.SILENT)).run());
    }
}
