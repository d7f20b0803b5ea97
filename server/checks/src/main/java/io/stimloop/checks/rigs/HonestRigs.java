package io.stimloop.checks.rigs;

import com.google.protobuf.TextFormat;
import io.grpc.ManagedChannel;
import io.stimloop.rig.client.Ending;
import io.stimloop.rig.client.RigChannels;
import io.stimloop.rig.client.RigClient;
import io.stimloop.rig.client.RigSettings;
import io.stimloop.rig.client.SystemRigClock;
import io.stimloop.v1.CreateExperimentRequest;
import io.stimloop.v1.ExperimentServiceGrpc;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.FinishExperimentRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Some rigs, each with an experiment and a connection of its own, at a steady rate. */
public final class HonestRigs implements AutoCloseable {
    /** 20 trials a second. */
    private static final long RESPOND_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int SECONDS = 60;
    private static final String SPEC = """
            name: "honest" seed: 11 neurons { name: "cell" }
            stimulus { dimensions { name: "x" unit: "1" values { from: -10 to: 10 count: 5 } } }
            model { tuning_curve { shape: GAUSSIAN noise { poisson { } }
              parameters { key: "baseline" value { values: [1] } }
              parameters { key: "amplitude" value { values: [2, 8, 20] } }
              parameters { key: "preferred" value { from: -10 to: 10 count: 9 } }
              parameters { key: "width" value { from: 1 to: 4 count: 3 } } } }
            planner { deadline { nanos: 50000000 } search { } }
            """;

    private final SystemRigClock clock = new SystemRigClock();
    private final List<ManagedChannel> channels = new ArrayList<>();
    private final List<RigClient> clients = new ArrayList<>();
    private final List<CompletableFuture<Ending>> endings = new ArrayList<>();
    private final List<HonestRig> rigs = new ArrayList<>();

    /**
     * Creates the experiments and starts the rigs.
     *
     * @param port of the server, on this machine
     */
    public HonestRigs(int count, int port) {
        ExperimentSpec spec = spec();
        for (int i = 0; i < count; i++) {
            ManagedChannel channel = RigChannels.plaintext("127.0.0.1", port);
            channels.add(channel);
            var _ = ExperimentServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(SECONDS, TimeUnit.SECONDS)
                    .createExperiment(CreateExperimentRequest.newBuilder().setExperimentId("honest-" + i)
                            .setSpec(spec).build());
        }
        for (int i = 0; i < count; i++) {
            HonestRig rig = new HonestRig(clock, RESPOND_NANOS);
            RigClient client = new RigClient(channels.get(i),
                    RigSettings.bothRoles("honest-" + i, "rig-" + i, i), rig, clock);
            rigs.add(rig);
            clients.add(client);
            endings.add(client.start());
        }
    }

    private static ExperimentSpec spec() {
        try {
            return TextFormat.parse(SPEC, ExperimentSpec.class);
        } catch (TextFormat.ParseException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    List<HonestRig> rigs() {
        return rigs;
    }

    /** Finishes the experiments. Returns the answers that no trial came of. */
    public long lost() {
        long lost = 0;
        for (int i = 0; i < rigs.size(); i++) {
            long trials = ExperimentServiceGrpc.newBlockingStub(channels.get(i))
                    .withDeadlineAfter(SECONDS, TimeUnit.SECONDS)
                    .finishExperiment(
                            FinishExperimentRequest.newBuilder().setExperimentId("honest-" + i).build())
                    .getTrials();
            // One answer may be under way.
            lost += Math.max(0, rigs.get(i).answered() - 1 - trials);
        }
        return lost;
    }

    /** Rigs whose part has ended. */
    public long ended() {
        return endings.stream().filter(CompletableFuture::isDone).count();
    }

    /** Rigs that have given no answer for a second: commands do not come any more. */
    public long stuck() {
        long now = System.nanoTime();
        return rigs.stream().filter(rig -> now - rig.answeredNanos() > STUCK_NANOS).count();
    }

    @Override
    public void close() {
        clients.forEach(RigClient::close);
        channels.forEach(ManagedChannel::shutdownNow);
        clock.close();
    }
}
