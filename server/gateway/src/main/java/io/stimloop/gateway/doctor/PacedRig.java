package io.stimloop.gateway.doctor;

import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import io.stimloop.v1.Hello;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.RigServiceGrpc;
import io.stimloop.v1.Role;
import io.stimloop.v1.ServerMessage;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** A rig that answers at its own pace and notes how long the next command then takes. Used by one thread. */
final class PacedRig implements StreamObserver<ServerMessage>, AutoCloseable {
    private static final int COUNTS = 20;
    private static final int PATIENCE_SECONDS = 30;

    /**
     * A command that came.
     *
     * @param trial     its number; 0: the stream has ended
     * @param cameNanos when, on the nanosecond clock
     */
    private record Came(long trial, long cameNanos) {}

    private final BlockingQueue<Came> commands = new ArrayBlockingQueue<>(4);
    private final StreamObserver<RigMessage> out;
    private final Histogram roundTrips = new Histogram(3);
    private long trial;

    /** Connects, and returns when the first command has come. */
    PacedRig(ManagedChannel channel, String experimentId) throws InterruptedException {
        out = RigServiceGrpc.newStub(channel).connect(this);
        out.onNext(RigMessage.newBuilder().setHello(Hello.newBuilder().setExperimentId(experimentId)
                .setRigId("doctor").addRoles(Role.RECORDER).addRoles(Role.STIMULATOR)).build());
        trial = next().trial();
    }

    /** Runs so many trials with pauses. */
    void run(int trials, long pauseNanos) throws InterruptedException {
        for (int i = 0; i < trials; i++) {
            if (pauseNanos > 0) {
                LockSupport.parkNanos(pauseNanos);
            }
            Outcome outcome = Outcome.newBuilder().setTrial(trial).addCounts((int) (trial % COUNTS)).build();
            long sentNanos = System.nanoTime();
            out.onNext(RigMessage.newBuilder().setOutcome(outcome).build());
            Came came = next();
            roundTrips.recordValue(came.cameNanos() - sentNanos);
            trial = came.trial();
        }
    }

    private Came next() throws InterruptedException {
        Came came = commands.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (came == null || came.trial() == 0) {
            throw new IllegalStateException("no command came after trial " + trial);
        }
        return came;
    }

    /** Forgets what was measured so far. */
    void forget() {
        roundTrips.reset();
    }

    /** From an outcome sent to the next command received, in nanoseconds. */
    Histogram roundTrips() {
        return roundTrips;
    }

    @Override
    public void onNext(ServerMessage message) {
        if (message.hasPresent()) {
            commands.add(new Came(message.getPresent().getTrial(), System.nanoTime()));
        }
    }

    @Override
    public void onError(Throwable failure) {
        onCompleted();
    }

    @Override
    public void onCompleted() {
        var _ = commands.offer(new Came(0, System.nanoTime()));
    }

    @Override
    public void close() {
        out.onCompleted();
    }
}
