package io.stimloop.gateway.cli;

import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import io.stimloop.v1.ExperimentServiceGrpc;
import io.stimloop.v1.ExperimentSnapshot;
import io.stimloop.v1.WatchExperimentRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Watches an experiment to its end. */
final class ProgressWatch implements StreamObserver<ExperimentSnapshot> {
    private static final int PATIENCE_SECONDS = 30;

    private final Consumer<ExperimentSnapshot> progress;
    private final CompletableFuture<ExperimentSnapshot> end = new CompletableFuture<>();
    private ExperimentSnapshot latest = ExperimentSnapshot.getDefaultInstance();

    private ProgressWatch(Consumer<ExperimentSnapshot> progress) {
        this.progress = progress;
    }

    static ProgressWatch start(ManagedChannel channel, String experimentId,
            Consumer<ExperimentSnapshot> progress) {
        ProgressWatch watch = new ProgressWatch(progress);
        ExperimentServiceGrpc.newStub(channel)
                .watchExperiment(WatchExperimentRequest.newBuilder().setExperimentId(experimentId).build(),
                        watch);
        return watch;
    }

    /**
     * The last snapshot; to be asked for when the experiment is over.
     *
     * @throws CommandFailure if it does not come
     */
    ExperimentSnapshot last() throws InterruptedException {
        try {
            return end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException lost) {
            throw CommandFailure
                    .environment("the server was lost before the summary came: " + lost.getCause(), lost);
        } catch (TimeoutException slow) {
            throw CommandFailure.environment("no summary came within " + PATIENCE_SECONDS + " s", slow);
        }
    }

    @Override
    public void onNext(ExperimentSnapshot snapshot) {
        latest = snapshot;
        progress.accept(snapshot);
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
        end.complete(latest);
    }
}
