package io.stimloop.gateway.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.stimloop.v1.ExperimentSnapshot;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatchesTest {
    private final AtomicLong now = new AtomicLong();
    private final Watches watches = new Watches(Runnable::run, now::get);

    /** One that never reads. */
    private static final class Deaf extends ServerCallStreamObserver<ExperimentSnapshot> {
        private @Nullable Throwable ended;

        @Override
        public boolean isReady() {
            return false;
        }

        @Override
        public void onError(Throwable failure) {
            ended = failure;
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void setOnCancelHandler(Runnable handler) {}

        @Override
        public void setCompression(String compression) {}

        @Override
        public void setOnReadyHandler(Runnable handler) {}

        @Override
        public void request(int count) {}

        @Override
        public void setMessageCompression(boolean enable) {}

        @Override
        public void disableAutoInboundFlowControl() {}

        @Override
        public void onNext(ExperimentSnapshot snapshot) {}

        @Override
        public void onCompleted() {}
    }

    /** Its experiment is never asked for anything, so there need be none. */
    @Test
    @SuppressWarnings("NullAway")
    void aWatcherThatReadsNothingForTenSecondsIsDroppedAndItsPlaceIsFree() {
        Deaf deaf = new Deaf();
        watches.add(null, deaf);
        now.addAndGet(TimeUnit.SECONDS.toNanos(10));
        watches.tick();
        assertThat(deaf.ended).isNull();

        now.addAndGet(1);
        watches.tick();
        assertThat(Status.fromThrowable(deaf.ended).getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        deaf.ended = null;
        watches.tick();
        assertThat(deaf.ended).as("dropped once").isNull();
    }
}
