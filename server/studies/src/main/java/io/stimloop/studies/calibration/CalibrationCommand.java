package io.stimloop.studies.calibration;

import io.stimloop.gateway.cli.CheckProvider;
import io.stimloop.gateway.cli.ExitCode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Simulation-based calibration of every model and belief. */
@Command(name = "calibration", mixinStandardHelpOptions = true, description = {
        "Is every belief the posterior that it says it is?",
        "For every model and form of belief: cells drawn from the prior answer stimuli drawn at random; their parameters"
                + " must rank uniformly among draws from the belief (simulation-based calibration, Talts et al. 2018;"
                + " chi-square over 10 bins, Bonferroni over parameters and cases).",
        "If all are right, the chance that any fails is at most 1%%."}, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                "0:all passed", "1:a belief is not what it says", "2:the command line is wrong"}, footer = {
                        "", "Example: stimloop check calibration --json"})
public final class CalibrationCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(names = "--size", defaultValue = "1000", paramLabel = "N", description = "Experiments for each case, at least 50 (default: ${DEFAULT-VALUE}).")
    private int size;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Seed of everything drawn at random (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--only", defaultValue = "", paramLabel = "PART", description = "Only the cases with this in the name of their model.")
    private String only = "";

    @Option(names = "--json", description = "Print one JSON object on one line.")
    private boolean json;

    /** The answer. */
    record Results(List<Calibration.Result> cases) {}

    @Override
    public Integer call() {
        if (size < Calibration.FEWEST) {
            throw wrong("--size: " + size + " must be at least " + Calibration.FEWEST);
        }
        List<CalibrationCase> cases = CalibrationCases.all().stream()
                .filter(one -> one.model().contains(only)).toList();
        if (cases.isEmpty()) {
            throw wrong("--only: no case has \"" + only + "\" in its name");
        }
        List<Calibration.Result> results = new Calibration(size, seed).of(cases);
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(new Results(results)));
        } else {
            table(results).forEach(out::println);
        }
        out.flush();
        return results.stream().allMatch(Calibration.Result::passed) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private ParameterException wrong(String words) {
        return new ParameterException(command.commandLine(), words);
    }

    private static List<String> table(List<Calibration.Result> results) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-36s %-12s %10s", "model", "belief", "p-value"));
        results.forEach(
                result -> lines.add(String.format(Locale.ROOT, "%-36s %-12s %10.2g  %s", result.model(),
                        result.belief(), result.pValue(), result.passed() ? "passed" : "FAILED")));
        return lines;
    }

    /** Lets the program find the check. */
    public static final class Provider implements CheckProvider {
        @Override
        public Object check() {
            return new CalibrationCommand();
        }
    }
}
