package io.stimloop.gateway.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Says whether journals are as they were written. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = "Read journals, change nothing, and say what is wrong first and where.", footer = {
        "",
        "Exits with 0 when all are right; bytes of an unfinished record at the end are no fault, and are reported.",
        "",
        "Example: stimloop journal verify data/experiments/direction-tuning-1"})
final class JournalVerifyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Parameters(paramLabel = "PLACE", arity = "1..*", description = "The folder of a journal, a folder of such folders, or one segment of a journal.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> places;

    @Option(names = "--json", description = "Print one JSON object for each journal, on one line.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        boolean right = true;
        for (Path place : places) {
            for (Path journal : journals(place)) {
                JournalVerdict verdict = JournalVerdict.of(journal);
                out.println(
                        json ? JsonMapper.builder().build().writeValueAsString(verdict) : verdict.words());
                right &= verdict.right();
            }
        }
        out.flush();
        return right ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** The folder itself, or those below it. */
    private static List<Path> journals(Path place) {
        if (!Files.exists(place)) {
            throw CommandFailure.environment(place + ": there is no such file or folder", null);
        }
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> below = Files.walk(place)) {
            List<Path> folders = below.filter(JournalVerdict::isSegment).map(Path::getParent).distinct()
                    .sorted()
                    .toList();
            if (folders.isEmpty()) {
                throw CommandFailure.environment(place + ": there is no journal in it", null);
            }
            return folders;
        } catch (IOException unreadable) {
            throw CommandFailure.environment(place + ": cannot be read: " + unreadable.getMessage(),
                    unreadable);
        }
    }
}
