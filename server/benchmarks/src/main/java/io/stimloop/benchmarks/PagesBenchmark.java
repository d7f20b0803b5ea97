package io.stimloop.benchmarks;

import com.google.protobuf.util.Durations;
import io.grpc.ManagedChannel;
import io.stimloop.gateway.cli.ExitCode;
import io.stimloop.gateway.server.PagePlace;
import io.stimloop.gateway.server.ServerOptions;
import io.stimloop.gateway.server.StimloopServer;
import io.stimloop.rig.client.RigChannels;
import io.stimloop.v1.CreateExperimentRequest;
import io.stimloop.v1.ExperimentServiceGrpc;
import io.stimloop.v1.Planner;
import io.stimloop.v1.SearchPlanner;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What open pages cost the loop: trials with and without them, taking turns. */
@Command(name = "pages", mixinStandardHelpOptions = true, description = "Round trip of a trial (outcome sent to command received, over loopback, a search on W1 with 6,552"
        + " grid points, paced) with so many operator's pages open, against none, in turns.", footer = {
                "", "Example: stimloop benchmark pages --json"})
final class PagesBenchmark implements Callable<Integer> {
    private static final int BLOCKS = 10;
    private static final int WARM_UP = 2_000;
    /** Until a page that is opened has what went before. */
    private static final int SETTLING = 100;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);

    @Option(names = "--pages", defaultValue = "50", paramLabel = "N", description = "Pages open at once (default: ${DEFAULT-VALUE}).")
    private int pages;

    @Option(names = "--trials", defaultValue = "4000", paramLabel = "N", description = "Trials to measure with, and without (default: ${DEFAULT-VALUE}).")
    private int trials;

    @Option(names = "--pause-ms", defaultValue = "5", paramLabel = "MS", description = "Pause between trials (default: ${DEFAULT-VALUE}).")
    private int pauseMillis;

    @Mixin
    private final Report report = new Report();

    /** Quantiles in microseconds. */
    record Quantiles(double p50Micros, double p99Micros) {
        static Quantiles of(Histogram nanos) {
            return new Quantiles(nanos.getValueAtPercentile(50) / NANOS_PER_MICRO,
                    nanos.getValueAtPercentile(99) / NANOS_PER_MICRO);
        }
    }

    /**
     * The answer.
     *
     * @param bytesPerPage that a page was told, in all blocks together
     */
    record Result(int pages, Quantiles without, Quantiles with, double ratioP50, double ratioP99,
            long bytesPerPage) {}

    @Override
    public Integer call() throws IOException {
        ServerOptions options = ServerOptions.onPorts(0, 0)
                .showingPageAt(new PagePlace(InetAddress.getLoopbackAddress(), 0, false));
        try (StimloopServer server = new StimloopServer(options)) {
            ManagedChannel channel = RigChannels.plaintext("127.0.0.1", server.port());
            try {
                String experimentId = create(channel);
                try (PingPong loop = new PingPong(server.port(), experimentId)) {
                    measure(server, experimentId, loop);
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
                        .setSpec(Workload.w1(7, 9, 13, 8).setPlanner(
                                Planner.newBuilder().setSearch(SearchPlanner.getDefaultInstance())
                                        .setDeadline(Durations.fromMillis(50))))
                        .build())
                .getExperimentId();
    }

    private void measure(StimloopServer server, String experimentId, PingPong loop) throws IOException {
        Histogram without = new Histogram(LONGEST_NANOS, 3);
        Histogram with = new Histogram(LONGEST_NANOS, 3);
        run(loop, WARM_UP, new Histogram(LONGEST_NANOS, 3));
        long bytes = 0;
        for (int block = 0; block < BLOCKS; block++) {
            run(loop, SETTLING, new Histogram(LONGEST_NANOS, 3));
            run(loop, trials / BLOCKS, without);
            try (OpenPages open = new OpenPages(server.page().orElseThrow(), experimentId, pages)) {
                run(loop, SETTLING, new Histogram(LONGEST_NANOS, 3));
                run(loop, trials / BLOCKS, with);
                bytes += open.bytes();
            }
        }
        Quantiles alone = Quantiles.of(without);
        Quantiles watched = Quantiles.of(with);
        report.print(new Result(pages, alone, watched, watched.p50Micros() / alone.p50Micros(),
                watched.p99Micros() / alone.p99Micros(), bytes / Math.max(1, pages)));
    }

    private void run(PingPong loop, int count, Histogram nanos) {
        for (int trial = 0; trial < count; trial++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
            loop.reset();
            loop.run(1);
            nanos.recordValue(Math.round(loop.micros(100) * NANOS_PER_MICRO));
        }
    }
}
