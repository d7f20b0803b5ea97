package io.stimloop.rig.client;

import io.stimloop.v1.ReceiptStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes what an adapter has to say about one command. Its methods may be called from any thread. */
public interface Responder {
    /**
     * Whether the command may still be carried out. An adapter that did not act within {@link
     * RigAdapter#present} asks right before it acts; when the answer is no, it does nothing and answers
     * {@link Response#INVALID}.
     */
    boolean mayPresent();

    /**
     * Answers. Exactly once; an answer that is no longer wanted is quietly let go.
     *
     * @throws IllegalStateException at the second answer, or when the rig has not the role RECORDER
     */
    void respond(Response response);

    /** Answers with one spike count from 0 per neuron, for exactly what was commanded. */
    default void respond(int... counts) {
        respond(Response.of(counts));
    }

    /** Answers with the choice made, from 0, for exactly what was commanded. */
    default void respondChoice(int choice) {
        respond(Response.ofChoice(choice));
    }

    /** Answers with one finite value per channel, for exactly what was commanded. */
    default void respondValues(double... values) {
        respond(Response.ofValues(values));
    }

    /**
     * Tells what the stimulator did; good practice, not required. Lost when the server is out of reach.
     *
     * @param onset  when the stimulus appeared, by the rig's clock; null when it did not or is not known
     * @param detail for people; cut after 1,024 characters
     */
    void receipt(ReceiptStatus status, @Nullable Instant onset, String detail);

    /**
     * Tells that the stimulus was presented, and how. A stimulator that has to be armed says so of every command; {@link
     * #receipt} with DELIVERED says that it was exactly as commanded.
     *
     * @param onset  as in {@link #receipt}
     * @param values what was really put out, one value per dimension in its unit
     */
    void delivered(@Nullable Instant onset, double... values);
}
