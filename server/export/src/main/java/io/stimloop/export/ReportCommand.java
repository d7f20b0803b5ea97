package io.stimloop.export;

import io.stimloop.export.report.Report;
import io.stimloop.export.session.BeliefWork;
import io.stimloop.export.session.SessionReader;
import io.stimloop.gateway.cli.CommandProvider;
import io.stimloop.gateway.server.ProgramVersion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes an experiment as a page for people. */
@Command(name = "report", mixinStandardHelpOptions = true, description = {
        "Write a report of an experiment: one HTML file that needs nothing else.",
        "What was asked and learned, how well the loop kept time, what was refused, and how many trials a balanced design"
                + " would have needed."}, footer = {
                        "",
                        "Example: stimloop report data/experiments/direction-tuning-20261125-101500-1 --out report.html",
                        "Exits with 1 when the journal is cut off or damaged: what is whole was reported, and what is missing is"
                                + " said."})
public final class ReportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Parameters(paramLabel = "JOURNAL", description = "The folder of the journal: DATA/experiments/ID.")
    @SuppressWarnings("NullAway.Init")
    private Path journal;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The HTML file to write; its folder must be there.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--force", description = "Take the place of a file that is there.")
    private boolean force;

    @Option(names = "--beliefs", defaultValue = "AUTO", paramLabel = "WHEN", description = "Whether to work out what was believed, for which the belief learns once more: ${COMPLETION-CANDIDATES}; AUTO: when that takes a few seconds at most (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private BeliefWork beliefs;

    @Option(names = "--no-simulation", description = "Do not simulate a balanced design, which may take half a minute.")
    private boolean noSimulation;

    @Override
    public Integer call() {
        return Journals.withSession(journal, (folder, session) -> {
            Report report = new Report(session);
            Journals.write(out, force, file -> {
                SessionReader.tell(folder, session, Journals::resolved, beliefs.worthwhile(session), report);
                write(file, report.page(!noSimulation, "stimloop " + ProgramVersion.VERSION));
            });
            command.commandLine().getOut()
                    .println("report of " + session.trials() + " trials written to " + out);
            command.commandLine().getOut().flush();
            return Journals.complain(session, journal, command.commandLine().getErr());
        });
    }

    private static void write(OutputFile file, String page) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(page);
        while (bytes.hasRemaining()) {
            file.channel().write(bytes);
        }
    }

    /** Lets the program find the command. */
    public static final class Provider implements CommandProvider {
        @Override
        public Object command() {
            return new ReportCommand();
        }
    }
}
