package io.stimloop.export;

import io.stimloop.control.experiment.Refused;
import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.control.spec.Violation;
import io.stimloop.export.session.JournalFolder;
import io.stimloop.export.session.Session;
import io.stimloop.export.session.SessionSurvey;
import io.stimloop.gateway.cli.CommandFailure;
import io.stimloop.gateway.cli.ExitCode;
import io.stimloop.v1.ExperimentSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** What the commands that read a journal and write a file have in common. */
final class Journals {
    /** Works on an experiment. */
    interface Work {
        /** What the program exits with. */
        int on(JournalFolder folder, Session session) throws IOException;
    }

    /** Writes a file. */
    interface Writing {
        void to(OutputFile file) throws IOException;
    }

    private Journals() {}

    /**
     * Surveys a journal and works on it.
     *
     * @throws CommandFailure saying why it cannot be done
     */
    static int withSession(Path journal, Work work) {
        try {
            JournalFolder folder = new JournalFolder(journal);
            return work.on(folder, SessionSurvey.of(folder, Journals::resolved));
        } catch (IOException | IllegalStateException | Refused unusable) {
            throw CommandFailure.environment(journal + ": " + unusable.getMessage(), unusable);
        }
    }

    /** What a spec means to one who drives nothing. */
    static ResolvedSpec resolved(ExperimentSpec spec) {
        return switch (SpecResolver.resolve(spec, Long.MAX_VALUE)) {
            case Resolution.Accepted(ResolvedSpec known) -> known;
            case Resolution.Refused(List<Violation> violations) ->
                throw Refused.of(Refused.Kind.INVALID, violations);
        };
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @throws CommandFailure saying why it cannot be written
     */
    static void write(Path out, boolean force, Writing writing) {
        try (OutputFile file = new OutputFile(out, force)) {
            writing.to(file);
            file.finish();
        } catch (FileAlreadyExistsException there) {
            throw CommandFailure.environment(out + ": is there already; name another file, or use --force",
                    there);
        } catch (AccessDeniedException denied) {
            throw CommandFailure.environment(out + ": this folder or file may not be written", denied);
        } catch (NoSuchFileException nowhere) {
            throw CommandFailure.environment(out + ": no file can be made in this folder", nowhere);
        } catch (IOException unwritable) {
            throw CommandFailure.environment(out + ": " + unwritable.getMessage()
                    + "; nothing was left under this name", unwritable);
        }
    }

    /** Says what is missing of a journal; what the program exits with. */
    static int complain(Session session, Path journal, PrintWriter err) {
        if (session.missing().isEmpty()) {
            return ExitCode.DONE;
        }
        err.println(journal + ": " + session.missing()
                + ". What is whole was written: " + session.trials() + " trials.");
        err.flush();
        return ExitCode.FAILED;
    }
}
