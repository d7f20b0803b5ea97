package io.stimloop.gateway.rpc;

import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** Answers unary calls from what may come later or may be refused. */
final class Replies {
    private Replies() {}

    /** Answers when the stage completes; a supplier that throws refuses. */
    static <T> void when(StreamObserver<T> reply, Supplier<CompletionStage<T>> answer) {
        CompletionStage<T> stage;
        try {
            stage = answer.get();
        } catch (RuntimeException failure) {
            reply.onError(StatusMapper.toStatus(failure));
            return;
        }
        stage.whenComplete((value, failure) -> {
            if (failure == null) {
                reply.onNext(value);
                reply.onCompleted();
            } else {
                reply.onError(StatusMapper.toStatus(failure));
            }
        });
    }

    /** Answers from another thread. */
    static <T> void slowly(Executor executor, StreamObserver<T> reply, Supplier<T> answer) {
        try {
            CompletableFuture<T> stage = CompletableFuture.supplyAsync(answer, executor);
            when(reply, () -> stage);
        } catch (RejectedExecutionException full) {
            reply.onError(StatusMapper.toStatus(full));
        }
    }
}
