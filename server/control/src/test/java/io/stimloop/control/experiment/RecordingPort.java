package io.stimloop.control.experiment;

import io.stimloop.control.arming.Beat;
import io.stimloop.v1.Finished;
import io.stimloop.v1.HaltReason;
import io.stimloop.v1.Present;
import io.stimloop.v1.ServerMessage;
import io.stimloop.v1.Welcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rig's port that keeps whatever was sent until it was closed, and how it was closed. Not thread safe. */
final class RecordingPort implements RigPort {
    private final List<ServerMessage> sent = new ArrayList<>();
    private final List<HaltReason> halts = new ArrayList<>();
    private final List<Refused> refusals = new ArrayList<>();
    private @Nullable Finished finished;
    private final List<Beat> beats = new ArrayList<>();
    private final List<Boolean> armedAtPresents = new ArrayList<>();
    private int heartbeats;
    private boolean hearing;
    private boolean closed;
    private Runnable whenHalted = RecordingPort::nothing;

    @Override
    public void send(ServerMessage message) {
        if (!closed) {
            sent.add(message);
            if (message.hasPresent()) {
                armedAtPresents.add(!beats.isEmpty() && beats.getLast().armed());
            }
        }
    }

    /** For each command, whether the heartbeat before it said that the output is armed. */
    List<Boolean> armedAtPresents() {
        return armedAtPresents;
    }

    @Override
    public void heartbeat(Beat beat) {
        heartbeats++;
        beats.add(beat);
    }

    @Override
    public long heardNanos() {
        return 0;
    }

    @Override
    public boolean open() {
        return !closed;
    }

    @Override
    public void refuse(Refused refused) {
        if (!closed) {
            refusals.add(refused);
            closed = true;
        }
    }

    @Override
    public void halt(HaltReason reason, String detail) {
        if (!closed) {
            halts.add(reason);
            closed = true;
            whenHalted.run();
        }
    }

    @Override
    public void finish(ServerMessage message) {
        if (!closed) {
            finished = message.getFinished();
            closed = true;
        }
    }

    @Override
    public void haltAndHear(HaltReason reason, String detail) {
        hearing = !closed;
        halt(reason, detail);
    }

    @Override
    public void end() {
        hearing = false;
    }

    private static void nothing() {}

    /** Lets something happen within the call that halts this port. */
    void whenHalted(Runnable action) {
        whenHalted = action;
    }

    /** The rig's side is away. */
    void vanish() {
        closed = true;
    }

    List<Present> presents() {
        return sent.stream().filter(ServerMessage::hasPresent).map(ServerMessage::getPresent).toList();
    }

    Present lastPresent() {
        return presents().getLast();
    }

    List<Long> trials() {
        return presents().stream().map(Present::getTrial).toList();
    }

    /** What the acknowledgements said, in their order. */
    List<Long> acknowledged() {
        return sent.stream().filter(ServerMessage::hasAcknowledged)
                .map(message -> message.getAcknowledged().getAcceptedThrough()).toList();
    }

    Welcome welcome() {
        return sent.stream().filter(ServerMessage::hasWelcome).toList().getLast().getWelcome();
    }

    List<ServerMessage> sent() {
        return List.copyOf(sent);
    }

    List<HaltReason> halts() {
        return halts;
    }

    /** Why it was refused; empty when it was not. */
    List<Refused> refusals() {
        return refusals;
    }

    @Nullable
    Finished finished() {
        return finished;
    }

    /** Whether it was halted and is only kept to hear that it is safe. */
    boolean hearing() {
        return hearing;
    }

    Beat lastBeat() {
        return beats.getLast();
    }

    int heartbeats() {
        return heartbeats;
    }
}
