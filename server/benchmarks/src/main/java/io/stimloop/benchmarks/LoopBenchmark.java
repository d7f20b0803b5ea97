package io.stimloop.benchmarks;

import com.google.protobuf.util.Durations;
import io.grpc.ManagedChannel;
import io.stimloop.gateway.cli.ExitCode;
import io.stimloop.gateway.server.ServerOptions;
import io.stimloop.gateway.server.StimloopServer;
import io.stimloop.rig.client.RigChannels;
import io.stimloop.v1.CreateExperimentRequest;
import io.stimloop.v1.DecisionTimes;
import io.stimloop.v1.ExperimentServiceGrpc;
import io.stimloop.v1.ExperimentSnapshot;
import io.stimloop.v1.WatchExperimentRequest;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the loop costs beyond the transport: a whole trial against a bare gRPC echo, taking turns. */
@Command(name = "loop", mixinStandardHelpOptions = true, description = "Round trip of a trial (outcome sent to command received, over loopback, W1 on 6,552 grid points,"
        + " a fixed sequence of stimuli) against a bare gRPC echo of the same messages.", footer = {
                "", "Example: stimloop benchmark loop --json"})
final class LoopBenchmark implements Callable<Integer> {
    private static final int BLOCKS = 50;
    private static final int WARM_UP = 30_000;
    private static final int PACED_TRIALS = 200;
    private static final long PAUSE_NANOS = 10_000_000;

    @Option(names = "--trials", defaultValue = "100000", paramLabel = "N", description = "Trials to measure of each (default: ${DEFAULT-VALUE}).")
    private int trials;

    @Option(names = "--all-cores", description = "Let the scheduler place the threads; without it client and servers share one core.")
    private boolean allCores;

    @Mixin
    private final Report report = new Report();

    /** Quantiles in microseconds. */
    record Quantiles(double p50Micros, double p99Micros) {
        static Quantiles of(PingPong rig) {
            return new Quantiles(rig.micros(50), rig.micros(99));
        }

        static Quantiles of(DecisionTimes times) {
            return new Quantiles(Durations.toNanos(times.getP50()) / 1e3,
                    Durations.toNanos(times.getP99()) / 1e3);
        }
    }

    /**
     * The answer.
     *
     * @param server           from the outcome's arrival to the command's hand-over, by the server's clock
     * @param oneCore          whether client and servers shared one core
     * @param paced            the first trials of the experiment, before any warm-up by this benchmark
     */
    record Result(Quantiles echo, Quantiles loop, Quantiles server, double ratioP50, double ratioP99,
            Paced paced, boolean oneCore) {}

    /** Trials with pauses between them, as in an experiment: the very first, the median, and their ratio. */
    record Paced(double firstMicros, double p50Micros, double ratio) {}

    @Override
    public Integer call() throws IOException {
        boolean oneCore = !allCores && OneCore.pin();
        try (EchoServer echoServer = new EchoServer();
                StimloopServer server = new StimloopServer(ServerOptions.onPorts(0, 0));
                PingPong echo = new PingPong(echoServer.port(), "echo")) {
            echo.run(WARM_UP);
            ManagedChannel channel = RigChannels.plaintext("127.0.0.1", server.port());
            try {
                String experimentId = create(channel);
                try (PingPong loop = new PingPong(server.port(), experimentId)) {
                    Paced first = paced(loop);
                    measure(echo, loop);
                    report.print(
                            result(echo, loop, snapshot(channel, experimentId).getDecisionTimes(), first,
                                    oneCore));
                }
            } finally {
                channel.shutdownNow();
            }
        }
        return ExitCode.DONE;
    }

    private static String create(ManagedChannel channel) {
        return ExperimentServiceGrpc.newBlockingStub(channel)
                .createExperiment(CreateExperimentRequest.newBuilder()
                        .setSpec(Workload.w1(7, 9, 13, 8).setPlanner(Workload.sequence())).build())
                .getExperimentId();
    }

    private static ExperimentSnapshot snapshot(ManagedChannel channel, String experimentId) {
        return ExperimentServiceGrpc.newBlockingStub(channel)
                .watchExperiment(WatchExperimentRequest.newBuilder().setExperimentId(experimentId).build())
                .next();
    }

    private static Paced paced(PingPong loop) {
        loop.run(1);
        double firstMicros = loop.micros(100);
        loop.reset();
        for (int t = 0; t < PACED_TRIALS; t++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            loop.run(1);
        }
        return new Paced(firstMicros, loop.micros(50), firstMicros / loop.micros(50));
    }

    private void measure(PingPong echo, PingPong loop) {
        loop.run(WARM_UP);
        echo.reset();
        loop.reset();
        int block = Math.max(1, trials / BLOCKS);
        for (int done = 0; done < trials; done += block) {
            echo.run(Math.min(block, trials - done));
            loop.run(Math.min(block, trials - done));
        }
    }

    private static Result result(PingPong echo, PingPong loop, DecisionTimes server, Paced paced,
            boolean oneCore) {
        return new Result(Quantiles.of(echo), Quantiles.of(loop), Quantiles.of(server),
                loop.micros(50) / echo.micros(50), loop.micros(99) / echo.micros(99), paced, oneCore);
    }
}
