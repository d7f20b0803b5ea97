package io.stimloop.rig.client;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what it is told and leaves the answering to the test, or answers at once with fixed counts. */
final class NotingAdapter implements RigAdapter {
    private final List<Command> commands = new ArrayList<>();
    private final List<Responder> responders = new ArrayList<>();
    private final List<String> safe = new ArrayList<>();
    private int @Nullable [] counts;
    private @Nullable RuntimeException failure;

    @Override
    public void present(Command command, Responder responder) {
        commands.add(command);
        responders.add(responder);
        if (failure != null) {
            throw failure;
        }
        if (counts != null) {
            responder.respond(counts);
        }
    }

    @Override
    public void goSafe(String reason) {
        safe.add(reason);
    }

    void answerAtOnce(int... fixedCounts) {
        counts = fixedCounts;
    }

    void failWith(RuntimeException error) {
        failure = error;
    }

    List<Long> trials() {
        return commands.stream().map(Command::trial).toList();
    }

    List<Command> commands() {
        return commands;
    }

    Responder latest() {
        return responders.getLast();
    }

    /** The reasons for which it went safe. */
    List<String> safe() {
        return safe;
    }
}
