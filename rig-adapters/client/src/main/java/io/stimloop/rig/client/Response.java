package io.stimloop.rig.client;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What came of a trial: counts, a choice or values, as the spec's model says; the others are empty.
 *
 * @param counts     spike counts from 0, one per neuron of the spec; empty when invalid
 * @param choices    the choice made, from 0
 * @param values     continuous responses, finite, one per channel
 * @param presented  what the hardware really showed, one value per dimension; empty: what was commanded
 * @param invalid    whether the trial did not happen as it should and is to be dropped
 * @param observedAt when the response was complete, by the rig's clock; null when not known
 */
public record Response(int[] counts, int[] choices, double[] values, double[] presented, boolean invalid,
        @Nullable Instant observedAt) {
    private static final int[] NO_NUMBERS = {};
    private static final double[] NO_VALUES = {};

    /** The trial did not happen as it should. */
    public static final Response INVALID = new Response(NO_NUMBERS, NO_VALUES, true, null);

    public Response {
        requireNotNegative("counts", counts);
        requireNotNegative("choices", choices);
    }

    /** Counts. */
    public Response(int[] counts, double[] presented, boolean invalid, @Nullable Instant observedAt) {
        this(counts, NO_NUMBERS, NO_VALUES, presented, invalid, observedAt);
    }

    private static void requireNotNegative(String name, int[] numbers) {
        if (Arrays.stream(numbers).anyMatch(number -> number < 0)) {
            throw new IllegalArgumentException(
                    name + ": are " + Arrays.toString(numbers) + ", must each be 0 or above");
        }
    }

    /** Counts for exactly what was commanded. */
    public static Response of(int... counts) {
        return new Response(counts, NO_VALUES, false, null);
    }

    /** The choice, from 0, that was made at exactly what was commanded. */
    public static Response ofChoice(int choice) {
        return new Response(NO_NUMBERS, new int[]{choice}, NO_VALUES, NO_VALUES, false, null);
    }

    /** Values measured for exactly what was commanded. */
    public static Response ofValues(double... values) {
        return new Response(NO_NUMBERS, NO_NUMBERS, values, NO_VALUES, false, null);
    }
}
