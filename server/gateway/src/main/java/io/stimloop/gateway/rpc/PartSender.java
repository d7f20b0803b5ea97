package io.stimloop.gateway.rpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.stimloop.control.experiment.Refused;
import java.util.Collections;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages that are made one by one, each when the last has gone, so that a slow reader has one of them waiting
 * and no more. Thread safe.
 */
final class PartSender<T> {
    private final ServerCallStreamObserver<T> out;
    private final Semaphore turns;
    private Iterator<T> parts = Collections.emptyIterator();
    private boolean begun;
    private boolean ended;

    /**
     * To be made before the call is left to itself.
     *
     * @param turns bounds how many send at the same time; one permit is held until the end
     * @throws Refused when there is none
     */
    PartSender(ServerCallStreamObserver<T> out, Semaphore turns) {
        if (!turns.tryAcquire()) {
            throw Refused.of(Refused.Kind.EXHAUSTED,
                    "too many others are being sent what comes in parts; ask again later");
        }
        this.out = out;
        this.turns = turns;
        out.setOnCancelHandler(this::end);
        out.setOnReadyHandler(this::go);
    }

    /** Begins to send. */
    synchronized void send(Iterator<T> made) {
        parts = made;
        begun = true;
        go();
    }

    /** Refuses instead; for the end of a chain of stages. */
    synchronized @Nullable Void refuse(Throwable failure) {
        if (!ended) {
            end();
            out.onError(StatusMapper.toStatus(failure));
        }
        return null;
    }

    private synchronized void go() {
        while (begun && !ended && out.isReady() && parts.hasNext()) {
            out.onNext(parts.next());
        }
        if (begun && !ended && !parts.hasNext()) {
            end();
            out.onCompleted();
        }
    }

    private synchronized void end() {
        if (!ended) {
            ended = true;
            parts = Collections.emptyIterator();
            turns.release();
        }
    }
}
