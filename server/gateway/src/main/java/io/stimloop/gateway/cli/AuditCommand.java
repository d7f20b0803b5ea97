package io.stimloop.gateway.cli;

import io.stimloop.gateway.audit.AuditCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The audit trail. */
@Command(name = "audit", mixinStandardHelpOptions = true, description = "The audit trail of a server.", subcommands = AuditCommand.Verify.class)
final class AuditCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name what to do: verify");
    }

    /** Whether a trail is as it was written. */
    @Command(name = "verify", mixinStandardHelpOptions = true, description = "Tell whether an audit trail is as it was written, line by line, and print the hash of its last line: a copy"
            + " kept elsewhere shows later that nothing was cut off.", footer = {"",
                    "Example: stimloop audit verify data/audit.jsonl"})
    static final class Verify implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "The trail: audit.jsonl in the folder of --data.")
        @SuppressWarnings("NullAway.Init")
        private Path file;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            AuditCheck check = read();
            if (!check.good()) {
                out.println(file + ": " + check.fault() + "; the " + check.lines()
                        + " lines before it are as they were written");
            } else {
                out.println(
                        file + ": " + check.lines() + " lines as they were written, the last with the hash "
                                + check.head() + (check.tornBytes() > 0
                                        ? ", and " + check.tornBytes() + " bytes of one that was not finished"
                                        : ""));
            }
            out.flush();
            return check.good() ? ExitCode.DONE : ExitCode.FAILED;
        }

        private AuditCheck read() {
            try {
                return AuditCheck.of(file);
            } catch (IOException failure) {
                throw CommandFailure.environment(file + ": cannot be read: " + failure.getMessage(), failure);
            }
        }
    }
}
