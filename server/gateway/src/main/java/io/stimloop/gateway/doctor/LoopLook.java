package io.stimloop.gateway.doctor;

import io.grpc.ManagedChannel;
import io.stimloop.gateway.config.ExperimentFile;
import io.stimloop.gateway.server.ServerOptions;
import io.stimloop.gateway.server.StimloopServer;
import io.stimloop.rig.client.RigChannels;
import io.stimloop.v1.BalancedPlanner;
import io.stimloop.v1.CreateExperimentRequest;
import io.stimloop.v1.ExperimentServiceGrpc;
import io.stimloop.v1.ExperimentSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** How fast trials go round on this machine: a server with a journal, and a rig that answers at once. */
final class LoopLook {
    private static final String EXPERIMENT = "direction-tuning.yaml";
    private static final int WARM_UP = 2_000;
    private static final int TRIALS = 3_000;
    private static final long PAUSE_NANOS = 1_000_000;

    private LoopLook() {}

    /** @param data where the journal is kept meanwhile */
    static Histogram roundTrips(Path data) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(data, "doctor");
        try (StimloopServer server = new StimloopServer(ServerOptions.onPorts(0, 0).recordingIn(folder))) {
            ManagedChannel channel = RigChannels.plaintext("127.0.0.1", server.port());
            try (PacedRig rig = new PacedRig(channel, create(channel))) {
                rig.run(WARM_UP, 0);
                rig.forget();
                rig.run(TRIALS, PAUSE_NANOS);
                return rig.roundTrips();
            } finally {
                channel.shutdownNow();
            }
        } finally {
            delete(folder);
        }
    }

    private static String create(ManagedChannel channel) {
        ExperimentSpec.Builder spec = ExperimentFile.shipped(EXPERIMENT).toBuilder().clearStopping();
        // A design: how long a search takes depends on the experiment, the way there and back on the machine.
        spec.getPlannerBuilder().setBalanced(BalancedPlanner.getDefaultInstance());
        return ExperimentServiceGrpc.newBlockingStub(channel)
                .createExperiment(CreateExperimentRequest.newBuilder().setSpec(spec).build())
                .getExperimentId();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }
}
