package io.stimloop.gateway;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.stimloop.gateway.config.LimitsFile;
import io.stimloop.gateway.server.Exposure;
import io.stimloop.gateway.server.PagePlace;
import io.stimloop.gateway.server.ServerOptions;
import io.stimloop.gateway.server.StimloopServer;
import io.stimloop.v1.Belief;
import io.stimloop.v1.BeliefSnapshot;
import io.stimloop.v1.CreateExperimentRequest;
import io.stimloop.v1.Experiment;
import io.stimloop.v1.ExperimentServiceGrpc;
import io.stimloop.v1.ExperimentServiceGrpc.ExperimentServiceBlockingStub;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.FinishExperimentRequest;
import io.stimloop.v1.GetBeliefRequest;
import io.stimloop.v1.GetBeliefSnapshotRequest;
import io.stimloop.v1.GetExperimentRequest;
import io.stimloop.v1.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server on free ports of the loopback address, and a channel to it. */
final class RunningServer implements AutoCloseable {
    static final long TIMEOUT_SECONDS = 120;

    private static final long MEMORY_BYTES = 200_000_000L;
    /** What is tested here is what is done, not how soon. */
    private static final Duration WARM_UP = Duration.ofMillis(200);
    private static final int MOST_EXPERIMENTS = 16;
    private static final PagePlace PAGE = new PagePlace(InetAddress.getLoopbackAddress(), 0, false);

    private final StimloopServer server;
    private final ManagedChannel channel;

    private RunningServer(int searchThreads, int mostExperiments) throws IOException {
        this(searchThreads, mostExperiments, Optional.empty(), PAGE);
    }

    private RunningServer(int searchThreads, int mostExperiments, Optional<Path> dataFolder, PagePlace page)
            throws IOException {
        server = new StimloopServer(new ServerOptions(0, 0, 0, searchThreads, mostExperiments, MEMORY_BYTES,
                dataFolder, Exposure.LOOPBACK, LimitsFile.builtIn(), WARM_UP, Optional.of(page)));
        channel = newChannel();
    }

    static RunningServer start() throws IOException {
        return new RunningServer(2, MOST_EXPERIMENTS);
    }

    static RunningServer withSearchThreads(int threads) throws IOException {
        return new RunningServer(threads, MOST_EXPERIMENTS);
    }

    static RunningServer forOneExperiment() throws IOException {
        return new RunningServer(2, 1);
    }

    /** One that keeps journals, and brings back what it finds. */
    static RunningServer keepingIn(Path dataFolder) throws IOException {
        return new RunningServer(2, MOST_EXPERIMENTS, Optional.of(dataFolder), PAGE);
    }

    /** Likewise, with its page on this port. */
    static RunningServer keepingIn(Path dataFolder, int pagePort) throws IOException {
        return new RunningServer(2, MOST_EXPERIMENTS, Optional.of(dataFolder),
                new PagePlace(InetAddress.getLoopbackAddress(), pagePort, false));
    }

    private ManagedChannel newChannel() {
        return NettyChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
    }

    ManagedChannel channel() {
        return channel;
    }

    /** A channel of the caller's own, with the smallest window; to be shut down. */
    ManagedChannel newNarrowChannel() {
        return NettyChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext()
                .initialFlowControlWindow(65_535).build();
    }

    int stopPort() {
        return server.stopPort();
    }

    /** Of the operator's page. */
    String page() {
        return server.page().orElseThrow();
    }

    int metricsPort() {
        return server.metricsPort();
    }

    ExperimentServiceBlockingStub operator() {
        return ExperimentServiceGrpc.newBlockingStub(channel).withDeadlineAfter(TIMEOUT_SECONDS,
                TimeUnit.SECONDS);
    }

    Experiment create(String id, ExperimentSpec spec) {
        return operator().createExperiment(
                CreateExperimentRequest.newBuilder().setExperimentId(id).setSpec(spec).build());
    }

    /** The small experiment that presents a sequence until someone ends it. */
    Experiment createSequence(String id) {
        return create(id, Specs.of(Specs.SEQUENCE, ""));
    }

    Experiment experiment(String id) {
        return operator().getExperiment(GetExperimentRequest.newBuilder().setExperimentId(id).build());
    }

    Experiment finish(String id) {
        return operator().finishExperiment(FinishExperimentRequest.newBuilder().setExperimentId(id).build());
    }

    Belief belief(String id) {
        return operator().getBelief(GetBeliefRequest.newBuilder().setExperimentId(id).build());
    }

    /** The parts of what is believed. */
    Iterator<BeliefSnapshot> snapshot(String id) {
        return operator()
                .getBeliefSnapshot(GetBeliefSnapshotRequest.newBuilder().setExperimentId(id).build());
    }

    /** A rig that has not said anything yet. */
    RawRig rig() {
        return RawRig.on(channel);
    }

    /** A rig of both roles that was welcomed. */
    RawRig rig(String experimentId, String rigId) {
        return rig(experimentId, rigId, Role.RECORDER, Role.STIMULATOR);
    }

    /** A rig that was welcomed. */
    RawRig rig(String experimentId, String rigId, Role... roles) {
        RawRig rig = rig();
        rig.hello(experimentId, rigId, List.of(roles));
        rig.awaitWelcome();
        return rig;
    }

    @Override
    public void close() {
        server.close();
        channel.shutdownNow();
    }
}
