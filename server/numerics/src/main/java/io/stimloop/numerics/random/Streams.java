package io.stimloop.numerics.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Independent streams of random numbers, found by counting rather than by drawing: the stream of a place
 * does not depend on which other streams were used before, so a restarted or replayed experiment draws
 * what the first run drew.
 */
public final class Streams {
    /** 2^64 over the golden ratio: the step of SplitMix (Steele, Lea and Flood 2014, OOPSLA, fig. 16). */
    private static final long GOLDEN_STEP = 0x9e3779b97f4a7c15L;
    private static final int STATE_WORDS = 4;

    private Streams() {}

    /**
     * The stream of a place. The same three numbers always give the same stream; streams whose numbers
     * differ anywhere are statistically independent.
     *
     * @param seed    of the experiment
     * @param index   position of what is drawn: a trial, a block, a rollout
     * @param purpose tells apart the streams that are needed at one index
     * @return a new generator (xoshiro256++), not thread safe
     */
    public static UniformRandomProvider of(long seed, long index, long purpose) {
        long key = mix(mix(mix(seed + GOLDEN_STEP) + index) + purpose);
        long[] state = new long[STATE_WORDS];
        for (int i = 0; i < STATE_WORDS; i++) {
            state[i] = mix(key + (i + 1) * GOLDEN_STEP);
        }
        return RandomSource.XO_SHI_RO_256_PP.create(state);
    }

    /** The finaliser of SplitMix64 (Stafford's variant 13): a bijection in which every bit reaches every other. */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
