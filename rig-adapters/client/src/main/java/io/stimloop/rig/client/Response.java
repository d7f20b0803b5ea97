package io.stimloop.rig.client;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What came of a trial: counts, a choice or values, as the experiment's model asks; the others are empty, and all
 * are when it is invalid.
 *
 * @param counts     spike counts from 0, one per neuron of the spec
 * @param choices    the one choice made, from 0: 1 or 0 where the answer is yes or no, right or wrong
 * @param values     finite numbers, one per channel
 * @param presented  what the hardware really showed, one value per dimension; empty: what was commanded
 * @param invalid    whether the trial did not happen as it should and is to be dropped
 * @param observedAt when the response was complete, by the rig's clock; null when not known
 */
public record Response(int[] counts, int[] choices, double[] values, double[] presented, boolean invalid,
        @Nullable Instant observedAt) {
    private static final int[] NO_COUNTS = {};
    private static final double[] NO_VALUES = {};

    /** The trial did not happen as it should. */
    public static final Response INVALID = new Response(NO_COUNTS, NO_VALUES, true, null);

    public Response {
        requireNatural("counts", counts);
        requireNatural("choices", choices);
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "values: are " + Arrays.toString(values) + ", must each be finite");
        }
    }

    /** Counts, or nothing when the trial is invalid. */
    public Response(int[] counts, double[] presented, boolean invalid, @Nullable Instant observedAt) {
        this(counts, NO_COUNTS, NO_VALUES, presented, invalid, observedAt);
    }

    /** Counts for exactly what was commanded. */
    public static Response of(int... counts) {
        return new Response(counts, NO_VALUES, false, null);
    }

    /** A choice, from 0, for exactly what was commanded. */
    public static Response ofChoice(int choice) {
        return new Response(NO_COUNTS, new int[]{choice}, NO_VALUES, NO_VALUES, false, null);
    }

    /** Values, one per channel, for exactly what was commanded. */
    public static Response ofValues(double... values) {
        return new Response(NO_COUNTS, NO_COUNTS, values, NO_VALUES, false, null);
    }

    private static void requireNatural(String name, int[] numbers) {
        if (Arrays.stream(numbers).anyMatch(number -> number < 0)) {
            throw new IllegalArgumentException(
                    name + ": are " + Arrays.toString(numbers) + ", must each be 0 or above");
        }
    }
}
