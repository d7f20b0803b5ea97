package io.stimloop.checks.rigs;

import io.stimloop.rig.client.Command;
import io.stimloop.rig.client.Responder;
import io.stimloop.rig.client.RigAdapter;
import io.stimloop.rig.client.RigClock;
import java.util.ArrayList;
import java.util.List;

/** A rig that answers every command after a fixed time, and notes how long the next command then takes. */
final class HonestRig implements RigAdapter {
    private final RigClock clock;
    private final long respondNanos;
    private final List<Turn> turns = new ArrayList<>();
    private long answered;
    private long answeredNanos;

    /**
     * From an answer to the next command.
     *
     * @param from when the answer was given, on the nanosecond clock
     * @param to   when the next command came
     */
    record Turn(long from, long to) {}

    HonestRig(RigClock clock, long respondNanos) {
        this.clock = clock;
        this.respondNanos = respondNanos;
    }

    @Override
    public synchronized void present(Command command, Responder responder) {
        long now = System.nanoTime();
        if (answered > 0) {
            turns.add(new Turn(answeredNanos, now));
        }
        clock.schedule(() -> answer(command, responder), respondNanos);
    }

    private void answer(Command command, Responder responder) {
        synchronized (this) {
            answered++;
            answeredNanos = System.nanoTime();
        }
        responder.respond((int) (command.trial() % 7));
    }

    @Override
    public void goSafe(String reason) {
        // It drives nothing.
    }

    /** Answers given. */
    synchronized long answered() {
        return answered;
    }

    /** When the last answer was given, on the nanosecond clock. */
    synchronized long answeredNanos() {
        return answeredNanos;
    }

    /** All turns so far. */
    synchronized List<Turn> turns() {
        return List.copyOf(turns);
    }
}
