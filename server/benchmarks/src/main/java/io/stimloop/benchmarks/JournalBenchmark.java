package io.stimloop.benchmarks;

import io.grpc.ManagedChannel;
import io.stimloop.gateway.cli.ExitCode;
import io.stimloop.gateway.server.ServerOptions;
import io.stimloop.gateway.server.StimloopServer;
import io.stimloop.rig.client.RigChannels;
import io.stimloop.v1.CreateExperimentRequest;
import io.stimloop.v1.ExperimentServiceGrpc;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the journal costs a trial: a server that keeps one against a server that does not, taking turns. */
@Command(name = "journal", mixinStandardHelpOptions = true, description = "Round trip of a trial (outcome sent to command received, over loopback, W1 on 6,552 grid"
        + " points, a fixed sequence of stimuli) on a server that keeps a journal, against one that does not.", footer = {
                "", "Example: stimloop benchmark journal --json"})
final class JournalBenchmark implements Callable<Integer> {
    private static final int BLOCKS = 50;
    private static final int WARM_UP = 20_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    @Option(names = "--trials", defaultValue = "100000", paramLabel = "N", description = "Trials one right after another, of each (default: ${DEFAULT-VALUE}).")
    private int trials;

    @Option(names = "--paced", defaultValue = "2000", paramLabel = "N", description = "Trials with pauses between them, of each (default: ${DEFAULT-VALUE}).")
    private int pacedTrials;

    @Option(names = "--pause-millis", defaultValue = "10", paramLabel = "MS", description = "How long these pauses are (default: ${DEFAULT-VALUE}).")
    private long pauseMillis;

    @Mixin
    private final Report report = new Report();

    /** Quantiles in microseconds, without and with a journal, and the second over the first. */
    record Costs(double plainP50Micros, double journalP50Micros, double ratioP50, double plainP99Micros,
            double journalP99Micros, double ratioP99) {
        static Costs of(PingPong plain, PingPong journal) {
            return new Costs(plain.micros(50), journal.micros(50), journal.micros(50) / plain.micros(50),
                    plain.micros(99), journal.micros(99), journal.micros(99) / plain.micros(99));
        }
    }

    /**
     * The answer.
     *
     * @param backToBack trials one right after another
     * @param paced      trials with pauses between them, as in an experiment
     */
    record Result(Costs backToBack, Costs paced) {}

    @Override
    public Integer call() throws IOException {
        ServerOptions options = ServerOptions.onPorts(0, 0);
        try (StimloopServer without = new StimloopServer(options);
                StimloopServer with = new StimloopServer(
                        options.recordingIn(Files.createTempDirectory("stimloop-journal")));
                PingPong plain = rig(without);
                PingPong journal = rig(with)) {
            plain.run(WARM_UP);
            journal.run(WARM_UP);
            Costs backToBack = takeTurns(plain, journal, trials, 0);
            report.print(new Result(backToBack, takeTurns(plain, journal, pacedTrials, pauseMillis)));
        }
        return ExitCode.DONE;
    }

    private static PingPong rig(StimloopServer server) {
        ManagedChannel channel = RigChannels.plaintext("127.0.0.1", server.port());
        try {
            return new PingPong(server.port(), ExperimentServiceGrpc.newBlockingStub(channel)
                    .createExperiment(CreateExperimentRequest.newBuilder()
                            .setSpec(Workload.w1(7, 9, 13, 8).setPlanner(Workload.sequence())).build())
                    .getExperimentId());
        } finally {
            channel.shutdownNow();
        }
    }

    private static Costs takeTurns(PingPong plain, PingPong journal, int trials, long pauseMillis) {
        plain.reset();
        journal.reset();
        int block = Math.max(1, trials / BLOCKS);
        for (int done = 0; done < trials; done += block) {
            run(plain, Math.min(block, trials - done), pauseMillis);
            run(journal, Math.min(block, trials - done), pauseMillis);
        }
        return Costs.of(plain, journal);
    }

    private static void run(PingPong rig, int trials, long pauseMillis) {
        if (pauseMillis == 0) {
            rig.run(trials);
            return;
        }
        for (int trial = 0; trial < trials; trial++) {
            LockSupport.parkNanos(pauseMillis * NANOS_PER_MILLI);
            rig.run(1);
        }
    }
}
