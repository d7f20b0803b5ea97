package io.stimloop.inference.belief;

/**
 * 64 bits that tell whether two beliefs are the same bit for bit: over the raw bits of all numbers that distinguish them
 * from the prior. Two that differ have the same digest with a probability of 2^-64, unless someone wants them to.
 */
public final class BeliefDigest {
    private static final long START = 0x9E3779B97F4A7C15L;
    private static final long FACTOR = 0xBF58476D1CE4E5B9L;
    private static final int SHIFT = 29;

    private BeliefDigest() {}

    /** Of a belief taken apart. */
    public static long of(BeliefState state) {
        long digest = begin(state.kind(), state.version(), state.trials());
        for (var array : state.arrays().entrySet()) {
            digest = add(digest, array.getKey(), array.getValue());
        }
        return digest;
    }

    /** Of a belief whose arrays follow, each by {@link #add}, in the order of their names. */
    public static long begin(String kind, int version, long trials) {
        return mix(mix(mix(START, text(kind)), version), trials);
    }

    /** Takes in an array; of numbers that are equal but for their bits the digest differs too. */
    public static long add(long digest, String name, double[] values) {
        // Two strands, so that one multiplication need not wait for the other.
        long even = mix(digest, text(name));
        long odd = mix(even, values.length);
        int pairs = values.length & ~1;
        for (int i = 0; i < pairs; i += 2) {
            even = mix(even, Double.doubleToRawLongBits(values[i]));
            odd = mix(odd, Double.doubleToRawLongBits(values[i + 1]));
        }
        if (pairs < values.length) {
            even = mix(even, Double.doubleToRawLongBits(values[pairs]));
        }
        return mix(even, odd);
    }

    private static long mix(long digest, long value) {
        long mixed = (digest ^ value) * FACTOR;
        return mixed ^ mixed >>> SHIFT;
    }

    private static long text(String text) {
        long digest = text.length();
        for (int i = 0; i < text.length(); i++) {
            digest = mix(digest, text.charAt(i));
        }
        return digest;
    }
}
