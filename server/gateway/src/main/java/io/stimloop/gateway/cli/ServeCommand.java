package io.stimloop.gateway.cli;

import io.stimloop.gateway.edge.LogBudget;
import io.stimloop.gateway.server.ServerOptions;
import io.stimloop.gateway.server.StimloopServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the server until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Run the server until SIGTERM or Ctrl-C.", footer = {
        "", "Example: stimloop serve --port 50051 --metrics-port 9464"})
final class ServeCommand implements Callable<Integer> {
    private static final int LONGEST_WARM_UP = 60;
    private static final double NANOS = 1e9;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--port", defaultValue = "50051", paramLabel = "PORT", description = "Port of gRPC; 0 chooses a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--metrics-port", defaultValue = "9464", paramLabel = "PORT", description = "Port of the Prometheus page /metrics; 0 chooses a free one (default: ${DEFAULT-VALUE}).")
    private int metricsPort;

    @Option(names = "--stop-port", defaultValue = "50052", paramLabel = "PORT", description = "Port of the stop button, which has threads of its own; 0 chooses a free one (default: ${DEFAULT-VALUE}).")
    private int stopPort;

    @Option(names = "--data", paramLabel = "DIR", description = "Keep every experiment under DIR/experiments, and bring those back that were open: a journal, and for"
            + " people the spec and a line of JSON for each command and outcome.")
    private @Nullable Path data;

    @Option(names = "--warm-up", defaultValue = "2", paramLabel = "SECONDS", description = "How long each experiment is made fast before its first trial, at most; with 0 it is open"
            + " sooner, its first trials are slow, and the time it needs for a trial is overestimated (default: ${DEFAULT-VALUE}).")
    private double warmUp;

    @Mixin
    private final ExposureOptions exposure = new ExposureOptions();

    @Mixin
    private final PageOptions page = new PageOptions();

    @Mixin
    private final LimitsOption limits = new LimitsOption();

    @Override
    public Integer call() throws InterruptedException {
        LogBudget.install(System::nanoTime);
        StimloopServer server = start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            server.close();
            // A stop in good order is success, though the JVM would report the signal.
            Runtime.getRuntime().halt(ExitCode.DONE);
        }));
        PrintWriter out = spec.commandLine().getOut();
        out.println("stimloop ready: gRPC at " + place(server) + ", metrics at http://127.0.0.1:"
                + server.metricsPort() + "/metrics, stop button at port " + server.stopPort()
                + server.page().map(at -> ", page at " + at).orElse(""));
        out.flush();
        new CountDownLatch(1).await();
        return ExitCode.DONE;
    }

    private Duration warmUp() {
        if (!(warmUp >= 0 && warmUp <= LONGEST_WARM_UP)) {
            throw new ParameterException(spec.commandLine(),
                    "--warm-up: " + warmUp + " must be from 0 to " + LONGEST_WARM_UP + " seconds");
        }
        return Duration.ofNanos(Math.round(warmUp * NANOS));
    }

    private static String place(StimloopServer server) {
        String host = server.address().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port();
    }

    private StimloopServer start() {
        try {
            ServerOptions options = page.in(ServerOptions.onPorts(port, metricsPort).stoppingOn(stopPort)
                    .exposedAs(exposure.exposure()).within(limits.limits()).warmingFor(warmUp()));
            return new StimloopServer(data == null ? options : options.recordingIn(data));
        } catch (IOException failure) {
            throw CommandFailure.environment(String.valueOf(failure.getMessage()), failure);
        }
    }
}
