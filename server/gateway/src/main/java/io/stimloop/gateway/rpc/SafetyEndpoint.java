package io.stimloop.gateway.rpc;

import io.grpc.stub.StreamObserver;
import io.stimloop.v1.EmergencyStopRequest;
import io.stimloop.v1.EmergencyStopResponse;
import io.stimloop.v1.SafetyServiceGrpc;

/** The stop button on a port of its own. */
public final class SafetyEndpoint extends SafetyServiceGrpc.SafetyServiceImplBase {
    private final StopButton stop;

    /** Makes the endpoint. */
    public SafetyEndpoint(StopButton stop) {
        this.stop = stop;
    }

    @Override
    public void emergencyStop(EmergencyStopRequest request, StreamObserver<EmergencyStopResponse> reply) {
        Replies.when(reply, () -> stop.press(request));
    }
}
