package io.stimloop.gateway.rpc;

import io.grpc.stub.StreamObserver;
import io.stimloop.control.experiment.Experiment;
import io.stimloop.control.experiment.Refused;
import io.stimloop.v1.Hello;
import io.stimloop.v1.RigMessage;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What one rig says, from Hello to the end. gRPC calls it from one thread at a time. */
final class RigConversation implements StreamObserver<RigMessage> {
    private final Function<String, Experiment> experiments;
    private final LongSupplier nanoClock;
    private final RigStream stream;
    private volatile @Nullable Experiment experiment;

    RigConversation(Function<String, Experiment> experiments, LongSupplier nanoClock, RigStream stream) {
        this.experiments = experiments;
        this.nanoClock = nanoClock;
        this.stream = stream;
    }

    @Override
    public void onNext(RigMessage message) {
        long arrivedNanos = nanoClock.getAsLong();
        stream.heardAt(arrivedNanos);
        Experiment current = experiment;
        if (message.hasSafe() && current != null) {
            // Heard on a stream that was halted too.
            current.safe(stream, message.getSafe());
            return;
        }
        if (!stream.open()) {
            return;
        }
        try {
            if (current == null) {
                hello(message);
            } else {
                dispatch(current, message, arrivedNanos);
            }
        } catch (Refused refused) {
            stream.refuse(refused);
            gone();
        }
    }

    private void hello(RigMessage message) {
        if (!message.hasHello()) {
            throw Refused.of(Refused.Kind.INVALID, "message",
                    "the first message is " + message.getMessageCase() + "; it must be hello");
        }
        Hello hello = message.getHello();
        HelloCheck.require(hello);
        Experiment found = experiments.apply(hello.getExperimentId());
        experiment = found;
        found.connect(stream, hello.getRigId(), HelloCheck.roles(hello), hello.getSimulated());
    }

    private void dispatch(Experiment current, RigMessage message, long arrivedNanos) {
        switch (message.getMessageCase()) {
            case OUTCOME -> current.outcome(stream, message.getOutcome(), arrivedNanos);
            case RECEIPT -> current.receipt(stream, message.getReceipt());
            case HEARTBEAT -> stream.heard(message.getHeartbeat().getSequence());
            case READY -> current.ready(stream, message.getReady());
            case SAFE -> current.safe(stream, message.getSafe());
            case HELLO ->
                throw Refused.of(Refused.Kind.INVALID, "hello", "a stream has one hello, its first message");
            case MESSAGE_NOT_SET -> throw Refused.of(Refused.Kind.INVALID, "message",
                    "is empty; it must be an outcome, a receipt, a heartbeat, ready or safe");
        }
    }

    @Override
    public void onError(Throwable failure) {
        gone();
    }

    @Override
    public void onCompleted() {
        Experiment current = experiment;
        if (current == null) {
            stream.complete();
        } else {
            current.leave(stream, stream::complete);
        }
    }

    /** The rig is away, in whichever way. Any thread. */
    void gone() {
        stream.gone();
        Experiment current = experiment;
        if (current != null) {
            current.disconnect(stream);
        }
    }
}
