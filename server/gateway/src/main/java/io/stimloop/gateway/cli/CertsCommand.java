package io.stimloop.gateway.cli;

import io.stimloop.control.spec.Names;
import io.stimloop.gateway.tls.LabFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** A lab's private authority, and the certificates of its server and its clients. */
@Command(name = "certs", mixinStandardHelpOptions = true, description = "Make a lab's private certificate authority, or go on with it, and issue certificates. Nothing is"
        + " written over.", footer = {"",
                "Example: stimloop certs --out lab --server lab-server.local --client scope:rig --client"
                        + " ann:operator",
                "         stimloop serve --bind 0.0.0.0 --tls lab --data data"})
final class CertsCommand implements Callable<Integer> {
    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "::1");
    private static final String HOST = "[A-Za-z0-9._:-]{1,253}";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for ca.crt, server.crt, clients/*.crt, their keys, and access.yaml.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--server", paramLabel = "NAME", description = "A name or address under which clients reach the server; may be repeated. Those of this machine are always"
            + " among them.")
    private List<String> servers = List.of();

    @Option(names = "--client", paramLabel = "ID:ROLE", converter = ClientConverter.class, description = "Someone who gets a certificate, with the roles that access.yaml grants: rig, operator, viewer or admin,"
            + " several with +. May be repeated.")
    private List<LabFolder.Client> clients = List.of();

    @Option(names = "--days", defaultValue = "365", paramLabel = "N", description = "How long the certificates hold (default: ${DEFAULT-VALUE}); the authority holds for ten years.")
    private int days;

    @Override
    public Integer call() {
        PrintWriter print = spec.commandLine().getOut();
        try {
            List<Path> written = new LabFolder(out).issue(hosts(), clients, Clock.systemUTC().instant(),
                    Duration.ofDays(days));
            written.forEach(print::println);
            print.flush();
            return ExitCode.DONE;
        } catch (IOException failure) {
            throw CommandFailure.environment(String.valueOf(failure.getMessage()), failure);
        }
    }

    /** Of the server's certificate; none where there is one already and no name was given. */
    private List<String> hosts() {
        for (String name : servers) {
            if (!name.matches(HOST)) {
                throw CommandFailure.environment("--server " + name + ": is no name or address of a host",
                        null);
            }
        }
        if (servers.isEmpty() && Files.exists(new LabFolder(out).server())) {
            return List.of();
        }
        return Stream.concat(servers.stream(), THIS_MACHINE.stream()).distinct().toList();
    }

    /** Reads {@code ID:ROLE+ROLE}. */
    static final class ClientConverter implements ITypeConverter<LabFolder.Client> {
        @Override
        public LabFolder.Client convert(String value) {
            int colon = value.indexOf(':');
            if (colon < 0 || !Names.isValid(value.substring(0, colon))) {
                throw new TypeConversionException(
                        "'" + value + "' must be ID:ROLE; an ID has " + Names.RULE);
            }
            return new LabFolder.Client(value.substring(0, colon),
                    RoleNames.parse(value.substring(colon + 1)));
        }
    }
}
