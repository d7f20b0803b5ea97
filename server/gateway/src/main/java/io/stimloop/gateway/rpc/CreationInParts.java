package io.stimloop.gateway.rpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.stimloop.control.experiment.Refused;
import io.stimloop.v1.CreateExperimentRequest;
import io.stimloop.v1.Experiment;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * One request that comes in parts, merged as they come. At most {@value #MOST_BYTES} bytes, and one such request at a
 * time in the whole server, so that the memory for what is under way is bounded. Called by the call's thread only.
 */
final class CreationInParts implements StreamObserver<CreateExperimentRequest> {
    /** Bytes of all parts together. */
    static final int MOST_BYTES = 128 << 20;

    private final Semaphore turn;
    private final ServerCallStreamObserver<Experiment> reply;
    private final Executor slowWork;
    private final Function<CreateExperimentRequest, Experiment> create;
    private CreateExperimentRequest.Builder whole = CreateExperimentRequest.newBuilder();
    private long bytes;
    private boolean holding;
    private boolean ended;

    /**
     * Begins to take parts.
     *
     * @param turn   one permit for the server
     * @param create makes the experiment; on {@code slowWork}
     */
    CreationInParts(Semaphore turn, ServerCallStreamObserver<Experiment> reply, Executor slowWork,
            Function<CreateExperimentRequest, Experiment> create) {
        this.turn = turn;
        this.reply = reply;
        this.slowWork = slowWork;
        this.create = create;
        reply.setOnCancelHandler(this::end);
        holding = turn.tryAcquire();
        if (!holding) {
            refuse(Refused.of(Refused.Kind.EXHAUSTED,
                    "another experiment is being created in parts; try again when that has been done"));
        }
    }

    @Override
    public void onNext(CreateExperimentRequest part) {
        if (ended) {
            return;
        }
        bytes += part.getSerializedSize();
        if (bytes > MOST_BYTES) {
            refuse(Refused.of(Refused.Kind.EXHAUSTED,
                    "all parts together have more than " + MOST_BYTES + " bytes"));
        } else {
            whole.mergeFrom(part);
        }
    }

    @Override
    public void onCompleted() {
        if (ended) {
            return;
        }
        CreateExperimentRequest request = whole.build();
        try {
            CompletableFuture<Experiment> made = CompletableFuture.supplyAsync(() -> create.apply(request),
                    slowWork);
            holding = false;
            Replies.when(reply, () -> made.whenComplete((_, _) -> turn.release()));
        } catch (RejectedExecutionException full) {
            reply.onError(StatusMapper.toStatus(full));
        }
        end();
    }

    @Override
    public void onError(Throwable gone) {
        end();
    }

    private void refuse(Refused why) {
        end();
        reply.onError(StatusMapper.toStatus(why));
    }

    private void end() {
        ended = true;
        whole = CreateExperimentRequest.newBuilder();
        if (holding) {
            holding = false;
            turn.release();
        }
    }
}
