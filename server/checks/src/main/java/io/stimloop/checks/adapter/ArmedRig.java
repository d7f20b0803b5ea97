package io.stimloop.checks.adapter;

import com.google.protobuf.TextFormat;
import io.grpc.ManagedChannel;
import io.stimloop.rig.client.RetryPolicy;
import io.stimloop.rig.client.RigChannels;
import io.stimloop.rig.client.RigClient;
import io.stimloop.rig.client.RigSettings;
import io.stimloop.rig.client.SystemRigClock;
import io.stimloop.v1.ArmExperimentRequest;
import io.stimloop.v1.Arming;
import io.stimloop.v1.ArmingState;
import io.stimloop.v1.CreateExperimentRequest;
import io.stimloop.v1.ExperimentServiceGrpc;
import io.stimloop.v1.ExperimentServiceGrpc.ExperimentServiceBlockingStub;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.GetExperimentRequest;
import io.stimloop.v1.Role;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An experiment that drives light, its stimulator, and the operator who arms it. */
final class ArmedRig implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;
    private static final long LOOK_MILLIS = 20;
    private static final String SPEC = """
            name: "light" seed: 3 neurons { name: "cell" }
            stimulus { targets {
              targets { name: "a" x_um: 0 y_um: 0 } targets { name: "b" x_um: 100 y_um: 0 }
              powers { values: [1] } most_at_once: 1 candidates: 2
            } }
            model { optogenetic {
              link: EXPONENTIAL bias { mean: 0 sd: 0.5 } weight { mean: 1.5 sd: 0.5 } connected: 0.2 half_power: 4
            } }
            objective { infomax { } } planner { balanced { } }
            """;

    private final ExperimentServiceBlockingStub operator;
    private final String id;
    private final SystemRigClock clock = new SystemRigClock();
    private final SwitchedOutput output = new SwitchedOutput(clock);
    private final ManagedChannel channel;
    private final RigClient client;

    /**
     * Creates the experiment and has the stimulator connect.
     *
     * @param server   to the server itself
     * @param rigsPort where the stimulator connects
     */
    ArmedRig(ManagedChannel server, String id, int rigsPort) {
        this.id = id;
        operator = ExperimentServiceGrpc.newBlockingStub(server);
        var _ = operator.createExperiment(
                CreateExperimentRequest.newBuilder().setExperimentId(id).setSpec(spec()).build());
        channel = RigChannels.plaintext("127.0.0.1", rigsPort);
        client = new RigClient(channel, new RigSettings(id, "laser", Set.of(Role.RECORDER, Role.STIMULATOR),
                false, new RetryPolicy(1_000, Duration.ofMillis(5), Duration.ofMillis(50), 1)), output,
                clock);
        var _ = client.start();
    }

    private static ExperimentSpec spec() {
        try {
            return TextFormat.parse(SPEC, ExperimentSpec.class);
        } catch (TextFormat.ParseException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    SwitchedOutput output() {
        return output;
    }

    String id() {
        return id;
    }

    /**
     * Arms as soon as it can be, and waits until the output is on.
     *
     * @return false when the arming ended before, as on a machine that is too busy for the lease
     */
    boolean arm() throws InterruptedException {
        CompletableFuture<?> on = output.nextOn();
        Arming ready = awaitReady();
        var _ = operator.armExperiment(ArmExperimentRequest.newBuilder().setExperimentId(id)
                .setLimitsSha256(ready.getLimitsSha256()).addAllRigIds(ready.getRigIdsList())
                .setOperator("check").build());
        boolean lit = false;
        while (!lit && arming().getState() == ArmingState.ARMED) {
            lit = within(on, LOOK_MILLIS);
        }
        return lit;
    }

    private static boolean within(CompletableFuture<?> event, long millis) throws InterruptedException {
        try {
            event.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
    }

    private Arming awaitReady() {
        long untilNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Arming now = arming();
        while (now.getState() != ArmingState.READY) {
            if (System.nanoTime() - untilNanos > 0) {
                throw new IllegalStateException("not ready: " + now);
            }
            now = arming();
        }
        return now;
    }

    private Arming arming() {
        return operator.withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .getExperiment(GetExperimentRequest.newBuilder().setExperimentId(id).build()).getArming();
    }

    @Override
    public void close() {
        client.close();
        channel.shutdownNow();
        clock.close();
    }
}
