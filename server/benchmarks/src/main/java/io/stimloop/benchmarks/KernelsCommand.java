package io.stimloop.benchmarks;

import io.stimloop.gateway.cli.ExitCode;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The numeric kernels on the Vector API against their plain twins, by JMH. */
@Command(name = "kernels", mixinStandardHelpOptions = true, description = "The numeric kernels on the Vector API"
        + " against their plain twins, which give the same bits (JMH; some minutes).", footer = {
                "", "Example: stimloop benchmark kernels --json"})
final class KernelsCommand implements Callable<Integer> {
    private static final String VECTOR_API = "--add-modules=jdk.incubator.vector";

    @Mixin
    private final Report report = new Report();

    /** Nanoseconds for each element. */
    record Case(String kernel, int size, double vectorNanos, double plainNanos, double ratio) {}

    /** The answer. */
    record Result(List<Case> cases) {}

    @Override
    public Integer call() throws RunnerException {
        Collection<RunResult> vector = run(VECTOR_API);
        Collection<RunResult> plain = run();
        List<Case> cases = new ArrayList<>();
        for (RunResult fast : vector) {
            for (RunResult slow : plain) {
                if (key(fast).equals(key(slow))) {
                    cases.add(compared(fast, slow));
                }
            }
        }
        report.print(new Result(cases));
        return ExitCode.DONE;
    }

    /** What the measured JVMs print is not for our standard output, which is one JSON object. */
    private static Collection<RunResult> run(String... jvmArguments) throws RunnerException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Runner(new OptionsBuilder().include(KernelBenchmarks.class.getName()).forks(1)
                .jvmArgs(jvmArguments).warmupIterations(3).warmupTime(TimeValue.seconds(1))
                .measurementIterations(5).measurementTime(TimeValue.seconds(1)).build(),
                OutputFormatFactory.createFormatInstance(nowhere, VerboseMode.SILENT)).run();
    }

    private static String key(RunResult result) {
        return result.getPrimaryResult().getLabel() + " " + size(result);
    }

    private static int size(RunResult result) {
        return Integer.parseInt(result.getParams().getParam("size"));
    }

    private static Case compared(RunResult fast, RunResult slow) {
        int size = size(fast);
        double vectorNanos = fast.getPrimaryResult().getScore() / size;
        double plainNanos = slow.getPrimaryResult().getScore() / size;
        return new Case(fast.getPrimaryResult().getLabel(), size, vectorNanos, plainNanos,
                vectorNanos / plainNanos);
    }
}
