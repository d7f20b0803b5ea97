package io.stimloop.gateway.cli;

import io.stimloop.control.spec.Names;
import io.stimloop.gateway.security.AccessFile;
import io.stimloop.gateway.security.AccessRole;
import io.stimloop.gateway.security.SecretFiles;
import io.stimloop.gateway.security.Tokens;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tokens for displays and scripts. */
@Command(name = "token", mixinStandardHelpOptions = true, description = "Tokens for displays and scripts.", subcommands = TokenCommand.New.class)
final class TokenCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name what to do: new");
    }

    /** A new token, shown once. */
    @Command(name = "new", mixinStandardHelpOptions = true, description = "Make a token, add its hash to the access file and print it. It is shown once and kept nowhere; it is sent"
            + " as the header authorization: Bearer TOKEN.", footer = {"",
                    "Example: stimloop token new --access lab/access.yaml --identity display --role viewer"})
    static final class New implements Callable<Integer> {
        private static final int MOST_HOURS = 24 * 366;

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Option(names = "--access", required = true, paramLabel = "FILE", description = "The access file; made where there is none.")
        @SuppressWarnings("NullAway.Init")
        private Path access;

        @Option(names = "--identity", required = true, paramLabel = "NAME", description = "Who gets it.")
        @SuppressWarnings("NullAway.Init")
        private String identity;

        @Option(names = "--role", required = true, paramLabel = "ROLE", converter = Roles.class, description = "rig, operator, viewer or admin; several with +.")
        @SuppressWarnings("NullAway.Init")
        private Set<AccessRole> roles;

        @Option(names = "--hours", defaultValue = "12", paramLabel = "N", description = "How long it holds (default: ${DEFAULT-VALUE}).")
        private int hours;

        @Override
        public Integer call() {
            if (!Names.isValid(identity)) {
                throw new ParameterException(spec.commandLine(), "--identity: must have " + Names.RULE);
            }
            if (hours < 1 || hours > MOST_HOURS) {
                throw new ParameterException(spec.commandLine(), "--hours: must be from 1 to " + MOST_HOURS);
            }
            String token = Tokens.create();
            Instant expires = Clock.systemUTC().instant().plus(Duration.ofHours(hours))
                    .truncatedTo(ChronoUnit.SECONDS);
            try {
                SecretFiles.append(access,
                        AccessFile.line(identity, roles, Tokens.hashInHex(token), expires));
            } catch (IOException failure) {
                throw CommandFailure.environment(String.valueOf(failure.getMessage()), failure);
            }
            PrintWriter out = spec.commandLine().getOut();
            out.println(token);
            out.flush();
            return ExitCode.DONE;
        }

        /** Reads roles. */
        static final class Roles implements ITypeConverter<Set<AccessRole>> {
            @Override
            public Set<AccessRole> convert(String value) {
                return RoleNames.parse(value);
            }
        }
    }
}
