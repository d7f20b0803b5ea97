package io.stimloop.benchmarks;

import io.stimloop.gateway.cli.CommandProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures Stimloop on this machine. */
@Command(name = "benchmark", mixinStandardHelpOptions = true, description = "Measure the server on this machine, as ratios within one run.", subcommands = {
        LoopBenchmark.class, JournalBenchmark.class, InfomaxBenchmark.class, RecordedBenchmark.class,
        KernelsCommand.class,
        GlmBenchmark.class, MapBenchmark.class, PsychometricBenchmark.class, PopulationBenchmark.class,
        PlannerBenchmark.class, AllocationCommand.class, AnytimeBenchmark.class, PagesBenchmark.class})
public final class BenchmarkCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "name a benchmark: loop, infomax, recorded, kernels, glm, map, psychometric, population, planner, allocation, anytime or pages");
    }

    /** Lets the program find the command. */
    public static final class Provider implements CommandProvider {
        @Override
        public Object command() {
            return new BenchmarkCommand();
        }
    }
}
