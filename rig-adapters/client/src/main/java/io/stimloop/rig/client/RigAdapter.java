package io.stimloop.rig.client;

import io.stimloop.v1.Experiment;
import java.util.List;
import java.util.Optional;

/**
 * A device, or what stands in for one. Called by one thread at a time, though not always the same one. The
 * methods must not block: a trial that takes time is answered later, from any thread, through the {@link
 * Responder}. What a method throws ends the client, after {@link #goSafe}.
 */
public interface RigAdapter {
    /**
     * A stream to the server begins: what the experiment is. No command is under way.
     */
    default void joined(Experiment experiment) {}

    /**
     * Carries out a command: shows the stimulus, and answers when the response is complete, within this call
     * or later. A command replaces one that is still under way; the answer to that one is no longer wanted.
     */
    void present(Command command, Responder responder);

    /**
     * The operator dropped or added neurons: from the next command on a response has one count for each of these, in
     * this order. One that was dropped keeps its place; what is counted for it is not used.
     */
    default void neuronsChanged(List<String> names) {}

    /**
     * How long the output of a command goes on by itself once it is on, in nanoseconds; 0 where it can be cut at any time. One
     * that is longer than the lease is refused. Asked of stimulators that have to be armed.
     */
    default long outputNanos(Command command) {
        return 0;
    }

    /**
     * What is not as it should be about the device, for people; empty when all is well. Asked of stimulators that have to be
     * armed, several times a lease: must return at once.
     */
    default Optional<String> ill() {
        return Optional.empty();
    }

    /**
     * Switches the output off at once. Of a stimulator that has to be armed it is called by the thread of the lease too, at
     * any time, while any other method runs: it must be thread safe and wait for nothing.
     *
     * @param reason for people
     */
    default void cutOutput(String reason) {
        goSafe(reason);
    }

    /**
     * Goes safe at once: no stimulus, no light, no current. The trial under way is over; its answer is no
     * longer wanted. May be called more than once, and before any command; a later command ends it.
     *
     * @param reason for people
     */
    void goSafe(String reason);
}
