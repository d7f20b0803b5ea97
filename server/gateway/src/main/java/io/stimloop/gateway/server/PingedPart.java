package io.stimloop.gateway.server;

import io.stimloop.control.arming.Pulse;
import java.util.function.Consumer;

/**
 * A part of the server that is pinged.
 *
 * @param name       for people
 * @param limitNanos how long it may take to answer
 * @param asking     has the answer run by the part
 */
record PingedPart(String name, long limitNanos, Consumer<Runnable> asking) implements Pulse.Part {
    @Override
    public void ping(Runnable answer) {
        asking.accept(answer);
    }
}
