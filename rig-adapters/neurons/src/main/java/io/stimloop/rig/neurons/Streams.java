package io.stimloop.rig.neurons;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Seeded random streams that are told apart by keys, such as the trial and the purpose. What one purpose
 * draws does not move the draws of another, so two neurons that differ in one option share all other
 * chance: a paired comparison.
 */
public final class Streams {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private Streams() {}

    /** The stream of a seed and two keys. The same three numbers always give the same stream. */
    public static UniformRandomProvider stream(long seed, long firstKey, long secondKey) {
        return RandomSource.SPLIT_MIX_64.create(mix(mix(mix(seed) + firstKey) + secondKey));
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable generators", figure 15). */
    private static long mix(long key) {
        long z = key + GOLDEN_GAMMA;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
