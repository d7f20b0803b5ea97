package io.stimloop.export;

import io.stimloop.export.session.BeliefWork;
import io.stimloop.export.session.Session;
import io.stimloop.export.session.SessionReader;
import io.stimloop.gateway.cli.CommandProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes an experiment as a file for other tools. */
@Command(name = "export", mixinStandardHelpOptions = true, description = {
        "Write an experiment's journal as a file that other tools open: NWB 2 (HDF5), CSV or JSON lines.",
        "The file appears under its name when it is whole, or not at all. An experiment that runs may be exported too."}, footer = {
                "",
                "Example: stimloop export data/experiments/direction-tuning-20261125-101500-1 --format nwb --out session.nwb",
                "Exits with 1 when the journal is cut off or damaged: what is whole was exported, and what is missing is said."})
public final class ExportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Parameters(paramLabel = "JOURNAL", description = "The folder of the journal: DATA/experiments/ID.")
    @SuppressWarnings("NullAway.Init")
    private Path journal;

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private ExportFormat format;

    @Option(names = "--out", required = true, paramLabel = "PATH", description = "The file to write; its folder must be there.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--force", description = "Take the place of a file that is there.")
    private boolean force;

    @Option(names = "--beliefs", defaultValue = "AUTO", paramLabel = "WHEN", description = "Whether to write what was believed after each trial, for which the belief learns once more: ${COMPLETION-CANDIDATES}; AUTO: when that takes a few seconds at most (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private BeliefWork beliefs;

    @Override
    public Integer call() {
        return Journals.withSession(journal, (folder, session) -> {
            boolean told = beliefs.worthwhile(session);
            Journals.write(out, force, file -> format.write(session, file.channel(),
                    listener -> SessionReader.tell(folder, session, Journals::resolved, told, listener)));
            return report(session, told);
        });
    }

    private int report(Session session, boolean told) throws IOException {
        PrintWriter printed = command.commandLine().getOut();
        printed.println(
                session.trials() + " trials of " + session.opened().getExperimentId() + " written to " + out
                        + (told ? "" : ", without what was believed after each (--beliefs ALL)"));
        printed.flush();
        return Journals.complain(session, journal, command.commandLine().getErr());
    }

    /** Lets the program find the command. */
    public static final class Provider implements CommandProvider {
        @Override
        public Object command() {
            return new ExportCommand();
        }
    }
}
