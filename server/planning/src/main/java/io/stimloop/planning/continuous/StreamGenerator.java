package io.stimloop.planning.continuous;

import org.apache.commons.math3.random.BitsStreamGenerator;
import org.apache.commons.rng.UniformRandomProvider;

/** Hands the numbers of a seeded stream to the methods of commons-math. */
final class StreamGenerator extends BitsStreamGenerator {
    private static final long serialVersionUID = 1L;

    private final transient UniformRandomProvider random;

    StreamGenerator(UniformRandomProvider random) {
        this.random = random;
    }

    @Override
    protected int next(int bits) {
        return random.nextInt() >>> (Integer.SIZE - bits);
    }

    @Override
    public void setSeed(int seed) {
        refuse();
    }

    @Override
    public void setSeed(int[] seed) {
        refuse();
    }

    @Override
    public void setSeed(long seed) {
        refuse();
    }

    private static void refuse() {
        throw new UnsupportedOperationException("a stream is seeded where it is made");
    }
}
