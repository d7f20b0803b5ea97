package io.stimloop.checks.kills;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.stimloop.checks.CheckResult;
import io.stimloop.checks.process.ServerProcess;
import io.stimloop.numerics.random.Streams;
import io.stimloop.v1.BeliefSnapshot;
import io.stimloop.v1.CreateExperimentRequest;
import io.stimloop.v1.ExperimentServiceGrpc;
import io.stimloop.v1.ExperimentServiceGrpc.ExperimentServiceBlockingStub;
import io.stimloop.v1.GetBeliefSnapshotRequest;
import io.stimloop.v1.ResumeExperimentRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.rng.UniformRandomProvider;

/** Kills the server of one experiment again and again, and asks it after each restart what it still knows. */
public final class KillCheck {
    private static final String ID = "killed";
    private static final long PURPOSE = 0x6b696c6c73L;
    private static final int CALL_SECONDS = 60;
    private static final int LONGEST_LIFE_MILLIS = 400;

    private final int kills;
    private final UniformRandomProvider random;
    private final Cell cell = new Cell();
    private final TenaciousRig rig = new TenaciousRig(ID);
    private long lost;
    private long durableLost;
    private long differing;
    private long restartNanos;

    /**
     * @param kills how often the server is killed
     * @param seed  of the moments
     */
    public KillCheck(int kills, long seed) {
        this.kills = kills;
        random = Streams.of(seed, 0, PURPOSE);
    }

    /**
     * Runs it.
     *
     * @param folder for the data and the servers' log
     * @throws IOException if a server does not start
     */
    public CheckResult run(Path folder) throws IOException, InterruptedException {
        long trials = 0;
        for (int life = 0; life <= kills; life++) {
            long begunNanos = System.nanoTime();
            ServerProcess server = ServerProcess.startCold(folder);
            ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext()
                    .build();
            try {
                trials = live(channel, life);
                restartNanos += life == 0 ? 0 : System.nanoTime() - begunNanos;
                if (life < kills) {
                    LockSupport.parkNanos(
                            TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_LIFE_MILLIS)));
                }
            } finally {
                server.kill();
                channel.shutdownNow();
            }
        }
        return new CheckResult(kills, lost + durableLost + differing).with("acknowledgedLost", lost)
                .with("durableLost", durableLost).with("beliefsDiffering", differing).with("trials", trials)
                .with("meanSecondsToGoOn", restartNanos / 1e9 / Math.max(1, kills));
    }

    /** Returns when the rig has been acknowledged something in this life; how many trials the server knew before. */
    private long live(ManagedChannel channel, int life) throws InterruptedException {
        ExperimentServiceBlockingStub operator = ExperimentServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(CALL_SECONDS, TimeUnit.SECONDS);
        if (life == 0) {
            var _ = operator.createExperiment(
                    CreateExperimentRequest.newBuilder().setExperimentId(ID).setSpec(Cell.spec()).build());
        }
        BeliefSnapshot.Builder belief = BeliefSnapshot.newBuilder();
        operator.getBeliefSnapshot(GetBeliefSnapshotRequest.newBuilder().setExperimentId(ID).build())
                .forEachRemaining(belief::mergeFrom);
        long known = belief.getTrials();
        lost += Math.max(0, rig.accepted() - known);
        durableLost += Math.max(0, rig.durable() - known);
        differing += cell.believes(belief.build(), rig.presented(known)) ? 0 : 1;
        TenaciousRig.Life now = rig.connect(channel);
        var _ = now.awaitWelcome();
        if (life > 0) {
            var _ = operator
                    .resumeExperiment(ResumeExperimentRequest.newBuilder().setExperimentId(ID).build());
        }
        now.awaitAcknowledged();
        return known;
    }
}
