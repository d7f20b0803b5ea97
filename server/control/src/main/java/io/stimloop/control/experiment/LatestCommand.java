package io.stimloop.control.experiment;

import io.stimloop.planning.decision.Decision;
import io.stimloop.v1.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command that was sent last, and the rigs that came in a pause and must have it when the pause ends. Called by the
 * experiment's one writer.
 */
final class LatestCommand {
    private static final double[] BLANK = {};

    private final List<RigPort> withheldFrom = new ArrayList<>();
    private double[] stimulus = BLANK;
    private @Nullable ServerMessage message;
    private @Nullable Decision decision;
    private long sentNanos;

    /** A command for all. */
    void send(RigRoster to, ServerMessage command, double[] presented, Decision reasons) {
        stimulus = presented;
        decision = reasons;
        message = command;
        to.broadcast(command);
    }

    /** It left in an earlier life of the experiment; why is not known any more. */
    void recall(ServerMessage command, double[] presented, long nanos) {
        stimulus = presented;
        decision = null;
        message = command;
        sentNanos = nanos;
    }

    /** Sends it once more, to a rig that has come since. */
    void repeat(RigPort to) {
        if (message != null) {
            to.send(message);
        }
    }

    /** A rig must have it when the pause ends. */
    void withhold(RigPort from) {
        withheldFrom.removeIf(port -> !port.open());
        withheldFrom.add(from);
    }

    /** Those it was withheld from, who are forgotten here. */
    List<RigPort> release() {
        List<RigPort> released = List.copyOf(withheldFrom);
        withheldFrom.clear();
        return released;
    }

    /** It has left at this time. */
    void sentAt(long nanos) {
        sentNanos = nanos;
    }

    /** Of the arming under which it was sent; 0 before the first. */
    long epoch() {
        return message == null ? 0 : message.getPresent().getEpoch();
    }

    /** When it left, on the nanosecond clock. */
    long sentNanos() {
        return sentNanos;
    }

    /** Whether nothing is presented: so before the first as well. */
    boolean blank() {
        return stimulus.length == 0;
    }

    /** What it presents; empty before the first and for a blank. Not to be modified. */
    double[] stimulus() {
        return stimulus;
    }

    /** Why; null before the first. */
    @Nullable
    Decision decision() {
        return decision;
    }
}
