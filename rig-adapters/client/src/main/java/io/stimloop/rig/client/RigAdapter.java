package io.stimloop.rig.client;

import java.util.List;

/**
 * A device, or what stands in for one. Called by one thread at a time, though not always the same one. The
 * methods must not block: a trial that takes time is answered later, from any thread, through the {@link
 * Responder}. What a method throws ends the client, after {@link #goSafe}.
 */
public interface RigAdapter {
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
     * Goes safe at once: no stimulus, no light, no current. The trial under way is over; its answer is no
     * longer wanted. May be called more than once, and before any command; a later command ends it.
     *
     * @param reason for people
     */
    void goSafe(String reason);
}
