package io.stimloop.gateway.rpc;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.stimloop.control.arming.Beat;
import io.stimloop.control.experiment.Refused;
import io.stimloop.control.experiment.RigPort;
import io.stimloop.v1.Halt;
import io.stimloop.v1.HaltReason;
import io.stimloop.v1.Heartbeat;
import io.stimloop.v1.ServerMessage;

/**
 * The sending side of one rig's stream. Its lock is held for no longer than it takes to hand over one
 * message; a rig that does not read is cut off before more than a few messages wait for it.
 */
final class RigStream implements RigPort {
    /** Messages that may be waiting beyond what the transport takes. */
    private static final int MOST_UNREAD = 64;

    private final ServerCallStreamObserver<ServerMessage> out;
    private boolean welcomed;
    private boolean closed;
    private int unread;
    private boolean hearing;
    private long heartbeats;
    private long heard;
    private volatile long heardNanos;

    RigStream(ServerCallStreamObserver<ServerMessage> out) {
        this.out = out;
    }

    @Override
    public synchronized void send(ServerMessage message) {
        if (closed) {
            return;
        }
        welcomed = true;
        unread = out.isReady() ? 0 : unread + 1;
        if (unread > MOST_UNREAD) {
            end(Status.RESOURCE_EXHAUSTED
                    .withDescription("the rig does not read: " + MOST_UNREAD + " messages wait for it"));
        } else {
            out.onNext(message);
        }
    }

    @Override
    public synchronized void heartbeat(Beat beat) {
        if (welcomed && !closed && out.isReady()) {
            heartbeats++;
            out.onNext(ServerMessage.newBuilder()
                    .setHeartbeat(Heartbeat.newBuilder().setSequence(heartbeats).setEpoch(beat.epoch())
                            .setArmed(beat.armed()).setAnswers(heard))
                    .build());
        }
    }

    /** A heartbeat of the rig has come. */
    synchronized void heard(long sequence) {
        heard = Math.max(heard, sequence);
    }

    /** Something has come from the rig. */
    void heardAt(long nanos) {
        heardNanos = nanos;
    }

    @Override
    public long heardNanos() {
        return heardNanos;
    }

    @Override
    public synchronized boolean open() {
        return !closed;
    }

    @Override
    public synchronized void refuse(Refused refused) {
        if (!closed) {
            closed = true;
            out.onError(StatusMapper.toStatus(refused));
        }
    }

    @Override
    public void halt(HaltReason reason, String detail) {
        finish(halted(reason, detail));
    }

    @Override
    public synchronized void haltAndHear(HaltReason reason, String detail) {
        if (!closed) {
            closed = true;
            hearing = true;
            out.onNext(halted(reason, detail));
        }
    }

    @Override
    public synchronized void end() {
        if (hearing) {
            hearing = false;
            out.onCompleted();
        }
    }

    private static ServerMessage halted(HaltReason reason, String detail) {
        return ServerMessage.newBuilder().setHalt(Halt.newBuilder().setReason(reason).setDetail(detail))
                .build();
    }

    @Override
    public synchronized void finish(ServerMessage last) {
        if (!closed) {
            closed = true;
            out.onNext(last);
            out.onCompleted();
        }
    }

    /** The rig ended its side in good order. */
    synchronized void complete() {
        if (!closed) {
            closed = true;
            out.onCompleted();
        }
    }

    /** The stream is gone. */
    synchronized void gone() {
        closed = true;
        hearing = false;
    }

    private void end(Status status) {
        closed = true;
        out.onError(status.asRuntimeException());
    }
}
