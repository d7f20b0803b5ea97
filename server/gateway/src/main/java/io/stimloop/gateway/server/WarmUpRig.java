package io.stimloop.gateway.server;

import io.grpc.stub.StreamObserver;
import io.stimloop.v1.BalancedPlanner;
import io.stimloop.v1.Dimension;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Hello;
import io.stimloop.v1.Levels;
import io.stimloop.v1.Model;
import io.stimloop.v1.Neuron;
import io.stimloop.v1.Noise;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Parameter;
import io.stimloop.v1.Planner;
import io.stimloop.v1.Poisson;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.RigServiceGrpc;
import io.stimloop.v1.Role;
import io.stimloop.v1.ServerMessage;
import io.stimloop.v1.Shape;
import io.stimloop.v1.StimulusSpace;
import io.stimloop.v1.TuningCurve;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A rig that answers every command at once with a made-up count, for so many trials or so long. */
final class WarmUpRig implements StreamObserver<ServerMessage> {
    /** A small tuning curve under a design: what the transport costs is all that is to be seen. */
    static final ExperimentSpec SPEC = ExperimentSpec.newBuilder().setName("warm-up")
            .addNeurons(Neuron.newBuilder().setName("none"))
            .setStimulus(StimulusSpace.newBuilder()
                    .addDimensions(Dimension.newBuilder().setName("x").setValues(levels(-1, 1))))
            .setModel(Model.newBuilder().setTuningCurve(TuningCurve.newBuilder().setShape(Shape.GAUSSIAN)
                    .setNoise(Noise.newBuilder().setPoisson(Poisson.getDefaultInstance()))
                    .putParameters("baseline", known(1)).putParameters("amplitude", known(10))
                    .putParameters("preferred",
                            Parameter.newBuilder().setFrom(-1).setTo(1).setCount(9).build())
                    .putParameters("width", known(0.5))))
            .setPlanner(Planner.newBuilder().setBalanced(BalancedPlanner.getDefaultInstance())).build();

    /** For the last trial to come. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int COUNTS = 20;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final String experimentId;
    private final int trials;
    private final long untilNanos;
    private final LongSupplier nanoClock;
    private @Nullable StreamObserver<RigMessage> out;

    WarmUpRig(String experimentId, int trials, long untilNanos, LongSupplier nanoClock) {
        this.experimentId = experimentId;
        this.trials = trials;
        this.untilNanos = untilNanos;
        this.nanoClock = nanoClock;
    }

    private static Levels levels(double from, double to) {
        return Levels.newBuilder().setFrom(from).setTo(to).setCount(5).build();
    }

    private static Parameter known(double value) {
        return Parameter.newBuilder().addValues(value).build();
    }

    /** Says hello and waits until all is said. */
    void talk(RigServiceGrpc.RigServiceStub server, Duration longest) {
        Duration patience = longest.plus(PATIENCE);
        StreamObserver<RigMessage> stream = server.connect(this);
        out = stream;
        stream.onNext(RigMessage.newBuilder().setHello(Hello.newBuilder().setExperimentId(experimentId)
                .setRigId("warm-up").addRoles(Role.RECORDER).addRoles(Role.STIMULATOR)).build());
        try {
            if (!ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the warm-up over loopback did not end in " + patience);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onNext(ServerMessage message) {
        StreamObserver<RigMessage> stream = out;
        if (!message.hasPresent() || stream == null) {
            return;
        }
        long trial = message.getPresent().getTrial();
        if (trial > trials || nanoClock.getAsLong() - untilNanos > 0) {
            stream.onCompleted();
        } else {
            stream.onNext(RigMessage.newBuilder()
                    .setOutcome(Outcome.newBuilder().setTrial(trial).addCounts((int) (trial % COUNTS)))
                    .build());
        }
    }

    @Override
    public void onError(Throwable failure) {
        ended.countDown();
    }

    @Override
    public void onCompleted() {
        ended.countDown();
    }
}
