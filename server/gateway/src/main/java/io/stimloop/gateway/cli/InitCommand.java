package io.stimloop.gateway.cli;

import io.stimloop.gateway.draft.Dimension;
import io.stimloop.gateway.draft.Draft;
import io.stimloop.gateway.draft.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a first experiment file. */
@Command(name = "init", mixinStandardHelpOptions = true, description = "Write a commented experiment file from a few questions.", footer = {
        "", "Example: stimloop init my-cell.yaml", "Without questions: stimloop init my-cell.yaml --yes"})
final class InitCommand implements Callable<Integer> {
    private static final String NAME = "[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}";
    private static final double MOST_COUNT = 10_000;
    private static final double MOST_MILLIS = 60_000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1", defaultValue = "experiment.yaml", description = "To be written; not there yet (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = {"-y",
            "--yes"}, description = "Take what is proposed as the answer to every question.")
    private boolean yes;

    @Override
    public Integer call() {
        if (Files.exists(file)) {
            throw alreadyThere(null);
        }
        Questions questions = new Questions(
                new BufferedReader(yes
                        ? Reader.nullReader()
                        : new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                yes
                        ? new PrintWriter(Writer.nullWriter())
                        : spec.commandLine().getOut());
        write(draft(questions).text());
        spec.commandLine().getOut().println(file + " is written. Next:");
        spec.commandLine().getOut().println("  stimloop validate " + file);
        spec.commandLine().getOut().println("  stimloop rig simulated --experiment " + file);
        return ExitCode.DONE;
    }

    private CommandFailure alreadyThere(@Nullable IOException failure) {
        return CommandFailure.environment(file + ": is there already; name another file", failure);
    }

    private Draft draft(Questions ask) {
        if (!yes) {
            Arrays.stream(Kind.values())
                    .forEach(kind -> spec.commandLine().getOut()
                            .println("  " + kind.word() + ": " + kind.question()));
        }
        Kind kind = ask.ask("What is to be learned?", Kind.TUNING.word(), InitCommand::kind);
        String name = ask.ask("Name of the experiment?", kind.word() + "-1", InitCommand::name);
        Dimension dimension = dimension(ask, kind.usual());
        double largest = kind == Kind.CHOICE
                ? 1
                : ask.ask("Spikes in a trial, at most?", "50",
                        answer -> number(answer, value -> value >= 1 && value <= MOST_COUNT,
                                "must be from 1 to 10000"));
        long trials = ask.ask("Trials, at most?", "100",
                answer -> (long) number(answer, value -> value >= 1 && value == Math.rint(value),
                        "must be a whole number from 1"));
        double deadline = ask.ask("Milliseconds from a response to the next command, at most?", "50",
                answer -> number(answer, value -> value > 0 && value <= MOST_MILLIS,
                        "must be above 0 and at most 60000"));
        return new Draft(kind, name, dimension, largest, trials, deadline);
    }

    private static Dimension dimension(Questions ask, Dimension usual) {
        String name = ask.ask("What is varied?", usual.name(), InitCommand::name);
        String unit = ask.ask("In which unit?", usual.unit(), Function.identity());
        double from = ask.ask("From?", shortest(usual.from()),
                answer -> number(answer, Double::isFinite, "must be a number"));
        double to = ask.ask("To?", shortest(Math.max(usual.to(), from + 1)),
                answer -> number(answer, value -> value > from && Double.isFinite(value),
                        "must be above " + shortest(from)));
        int count = ask.ask("In how many values?", "" + usual.count(),
                answer -> (int) number(answer,
                        value -> value >= 2 && value <= MOST_COUNT && value == Math.rint(value),
                        "must be a whole number from 2 to 10000"));
        return new Dimension(name, unit, from, to, count);
    }

    private static Kind kind(String answer) {
        return Arrays.stream(Kind.values()).filter(kind -> kind.word().equalsIgnoreCase(answer)).findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("must be one of " + Arrays.stream(Kind.values())
                                .map(Kind::word).collect(Collectors.joining(", "))));
    }

    private static String name(String answer) {
        if (!answer.matches(NAME)) {
            throw new IllegalArgumentException(
                    "must be 1 to 64 characters of A-Z a-z 0-9 . _ - that do not begin with a dot");
        }
        return answer;
    }

    private static double number(String answer, DoublePredicate right, String what) {
        double value;
        try {
            value = Double.parseDouble(answer);
        } catch (NumberFormatException notOne) {
            throw new IllegalArgumentException(what, notOne);
        }
        if (!right.test(value)) {
            throw new IllegalArgumentException(what);
        }
        return value;
    }

    private static String shortest(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private void write(String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException raced) {
            throw alreadyThere(raced);
        } catch (IOException failure) {
            throw CommandFailure.environment(file + ": cannot be written (" + failure + ")", failure);
        }
    }
}
