package io.stimloop.gateway.rpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.stimloop.control.experiment.Experiment;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.RigServiceGrpc;
import io.stimloop.v1.ServerMessage;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Rigs come in here. Runs on the transport's own thread: nothing here may block. */
public final class RigEndpoint extends RigServiceGrpc.RigServiceImplBase {
    private final Function<String, Experiment> experiments;
    private final LongSupplier nanoClock;

    /**
     * Makes the endpoint.
     *
     * @param experiments finds an open experiment by its id, or refuses
     * @param nanoClock   stamps arrivals
     */
    public RigEndpoint(Function<String, Experiment> experiments, LongSupplier nanoClock) {
        this.experiments = experiments;
        this.nanoClock = nanoClock;
    }

    @Override
    public StreamObserver<RigMessage> connect(StreamObserver<ServerMessage> responses) {
        ServerCallStreamObserver<ServerMessage> out = (ServerCallStreamObserver<ServerMessage>) responses;
        RigConversation conversation = new RigConversation(experiments, nanoClock, new RigStream(out));
        out.setOnCancelHandler(conversation::gone);
        // A stream that this server has ended is gone as well.
        out.setOnCloseHandler(conversation::gone);
        return conversation;
    }
}
