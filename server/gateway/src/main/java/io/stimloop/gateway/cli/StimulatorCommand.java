package io.stimloop.gateway.cli;

import io.grpc.ManagedChannel;
import io.stimloop.rig.client.Ending;
import io.stimloop.rig.client.RigClient;
import io.stimloop.rig.client.RigSettings;
import io.stimloop.rig.client.SystemRigClock;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The reference adapter. */
@Command(name = "stimulator", mixinStandardHelpOptions = true, description = {
        "Take part in an experiment as a stimulator that has to be armed, with a log instead of a device: how an"
                + " adapter of light or current behaves.",
        "Also records, no spikes, so that the experiment runs."}, footer = {"",
                "Example: stimloop rig stimulator --server 127.0.0.1:50051 --experiment mapping-1 --log out.jsonl"})
final class StimulatorCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--server", defaultValue = "127.0.0.1:50051", paramLabel = "HOST:PORT", converter = ServerAddress.Converter.class, description = "The server (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private ServerAddress server;

    @Option(names = "--experiment", required = true, paramLabel = "ID", description = "The experiment to take part in.")
    @SuppressWarnings("NullAway.Init")
    private String experiment;

    @Option(names = "--log", paramLabel = "FILE", description = "Append the output to this file (default: standard output).")
    private @Nullable Path log;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() throws InterruptedException {
        ServerConnection to = connection.to(server);
        ManagedChannel channel = to.open();
        try (SystemRigClock clock = new SystemRigClock();
                PrintStream out = output();
                RigClient client = new RigClient(channel, RigSettings.bothRoles(experiment, to.rigId(), 0),
                        new LoggedStimulator(clock, out), clock)) {
            Ending ending = client.start().get();
            spec.commandLine().getErr().println(ending.description());
            return ExitCode.DONE;
        } catch (IOException failure) {
            throw CommandFailure.environment("--log " + log + ": " + failure.getMessage(), failure);
        } catch (ExecutionException ended) {
            throw CommandFailure.environment("the server at " + server + ": " + ended.getCause(), ended);
        } finally {
            channel.shutdownNow();
        }
    }

    private PrintStream output() throws IOException {
        return log == null
                ? new PrintStream(System.out, true, StandardCharsets.UTF_8)
                : new PrintStream(new FileOutputStream(log.toFile(), true), true, StandardCharsets.UTF_8);
    }
}
