package io.stimloop.rig.client;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What came of a trial.
 *
 * @param counts     spike counts from 0, one per neuron of the spec; empty when invalid
 * @param presented  what the hardware really showed, one value per dimension; empty: what was commanded
 * @param invalid    whether the trial did not happen as it should and is to be dropped
 * @param observedAt when the response was complete, by the rig's clock; null when not known
 */
public record Response(int[] counts, double[] presented, boolean invalid, @Nullable Instant observedAt) {
    /** The trial did not happen as it should. */
    public static final Response INVALID = new Response(new int[0], new double[0], true, null);

    public Response {
        if (Arrays.stream(counts).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException(
                    "counts: are " + Arrays.toString(counts) + ", must each be 0 or above");
        }
    }

    /** Counts for exactly what was commanded. */
    public static Response of(int... counts) {
        return new Response(counts, new double[0], false, null);
    }
}
