package io.stimloop.planning.design;

import io.stimloop.numerics.random.Streams;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Candidates in a quasi-random order that fills the space evenly from the first trial on: a point of the Sobol sequence
 * (Sobol 1967; direction numbers of Joe and Kuo 2008) names a level in each dimension. The sequence is randomised by a
 * digital shift: the bits of each coordinate are exclusively or-ed with random ones, which leaves it as even as it was
 * (Lemieux 2009, Monte Carlo and Quasi-Monte Carlo Sampling, section 6.2). Where all numbers of levels are powers of 2,
 * every level comes equally often in each block of as many trials. Not thread safe.
 */
public final class SobolOrder implements Design {
    private static final long PURPOSE = 0x736f626f6cL;
    /** After so many trials, more than an experiment may have, the sequence begins again. */
    private static final long PERIOD = 1L << 30;
    /** Bits of a coordinate, as many as a double in [0, 1) has. */
    private static final int BITS = 52;
    private static final double SCALE = 1L << BITS;

    private final double[][] candidates;
    private final int[] levels;
    private final long[] shifts;
    private final SobolSequenceGenerator sequence;

    /**
     * An order of candidates.
     *
     * @param candidates one row per candidate stimulus, at least one; copied
     * @param levels     how many levels each dimension has; the candidates are all combinations, the first dimension
     *                   slowest. Of candidates that are no combinations: their number; copied
     * @param seed       of the experiment
     * @throws IllegalArgumentException when the candidates are not as many as the combinations
     */
    public SobolOrder(double[][] candidates, int[] levels, long seed) {
        this.candidates = StimulusTable.copyOf(candidates);
        this.levels = levels.clone();
        long combinations = 1;
        for (int count : levels) {
            combinations *= count;
        }
        if (combinations != candidates.length) {
            throw new IllegalArgumentException("levels: they have " + combinations
                    + " combinations and must have as many as there are candidates (" + candidates.length
                    + ")");
        }
        this.sequence = new SobolSequenceGenerator(levels.length);
        this.shifts = new long[levels.length];
        UniformRandomProvider random = Streams.of(seed, 0, PURPOSE);
        for (int d = 0; d < shifts.length; d++) {
            shifts[d] = random.nextLong() >>> (Long.SIZE - BITS);
        }
    }

    @Override
    public double[] stimulus(long position) {
        double[] point = sequence.skipTo((int) Math.floorMod(position, PERIOD));
        int index = 0;
        for (int d = 0; d < levels.length; d++) {
            double shifted = ((long) (point[d] * SCALE) ^ shifts[d]) / SCALE;
            index = index * levels[d] + (int) (shifted * levels[d]);
        }
        return candidates[index];
    }

    @Override
    public int size() {
        return candidates.length;
    }
}
