package io.stimloop.checks.adapter;

import com.google.protobuf.TextFormat;
import io.grpc.ManagedChannel;
import io.stimloop.rig.client.Command;
import io.stimloop.rig.client.Responder;
import io.stimloop.rig.client.RigAdapter;
import io.stimloop.rig.client.RigChannels;
import io.stimloop.rig.client.RigClient;
import io.stimloop.rig.client.RigSettings;
import io.stimloop.rig.client.SystemRigClock;
import io.stimloop.v1.CreateExperimentRequest;
import io.stimloop.v1.ExperimentServiceGrpc;
import io.stimloop.v1.ExperimentSpec;
import java.util.concurrent.TimeUnit;

/** A harmless experiment that searches for its stimuli 20 times a second, with a deadline of 50 ms. */
final class BusyRig implements RigAdapter, AutoCloseable {
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int COUNTS = 20;
    private static final String SPEC = """
            name: "busy" seed: 5 neurons { name: "cell" }
            stimulus { dimensions { name: "x" unit: "deg" values { from: 0 to: 337.5 count: 16 } periodic: true } }
            model { tuning_curve { shape: CIRCULAR_GAUSSIAN noise { poisson { } }
              parameters { key: "baseline" value { from: 0.5 to: 8 count: 4 } }
              parameters { key: "amplitude" value { from: 2 to: 40 count: 8 } }
              parameters { key: "preferred" value { from: 0 to: 345 count: 24 } }
              parameters { key: "width" value { from: 15 to: 60 count: 4 } } } }
            objective { infomax { } }
            planner { search { } deadline { nanos: 50000000 } best_effort: true }
            """;

    private final SystemRigClock clock = new SystemRigClock();
    private final ManagedChannel channel;
    private final RigClient client;

    BusyRig(ManagedChannel server, String id, int port) {
        var _ = ExperimentServiceGrpc.newBlockingStub(server).createExperiment(
                CreateExperimentRequest.newBuilder().setExperimentId(id).setSpec(spec()).build());
        channel = RigChannels.plaintext("127.0.0.1", port);
        client = new RigClient(channel, RigSettings.bothRoles(id, "rig", 1), this, clock);
        var _ = client.start();
    }

    private static ExperimentSpec spec() {
        try {
            return TextFormat.parse(SPEC, ExperimentSpec.class);
        } catch (TextFormat.ParseException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    @Override
    public void present(Command command, Responder responder) {
        clock.schedule(() -> responder.respond((int) (command.trial() % COUNTS)), PERIOD_NANOS);
    }

    @Override
    public void goSafe(String reason) {
        // Nothing is shown.
    }

    @Override
    public void close() {
        client.close();
        channel.shutdownNow();
        clock.close();
    }
}
