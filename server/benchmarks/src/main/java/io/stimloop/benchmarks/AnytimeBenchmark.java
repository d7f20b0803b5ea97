package io.stimloop.benchmarks;

import io.stimloop.gateway.cli.ExitCode;
import io.stimloop.planning.pool.WorkerPool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What time buys: the utility of the choice against the time there was for it. */
@Command(name = "anytime", mixinStandardHelpOptions = true, description = {
        "Utility of the stimulus that a search finds, against the time it is given.",
        "As a fraction of the best that any method found in that space and trial at any time; the median over trials."}, footer = {
                "", "Example: stimloop benchmark anytime --json"})
final class AnytimeBenchmark implements Callable<Integer> {
    private static final int QUICK_TRIALS = 1;

    @Option(names = "--trials", defaultValue = "7", paramLabel = "N", description = "Trials of each case (default: ${DEFAULT-VALUE}).")
    private int trials;

    @Option(names = "--quick", description = "One trial of a few small cases: shows that it works.")
    private boolean quick;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Mixin
    private final Report report = new Report();

    @Override
    public Integer call() {
        if (trials < 1) {
            throw new ParameterException(command.commandLine(), "--trials must be at least 1");
        }
        try (WorkerPool pool = new WorkerPool(Runtime.getRuntime().availableProcessors())) {
            List<AnytimeCase> cases = new ArrayList<>(PsychometricSpaces.cases(pool, quick));
            cases.addAll(BallSpace.cases(pool, quick));
            cases.addAll(PatternSpace.cases(pool, quick));
            AnytimeCourse course = new AnytimeCourse(quick ? QUICK_TRIALS : trials, quick);
            AnytimeCourse.Result result = course.of(cases);
            report.print(result, () -> AnytimeTable.of(result));
        }
        return ExitCode.DONE;
    }
}
