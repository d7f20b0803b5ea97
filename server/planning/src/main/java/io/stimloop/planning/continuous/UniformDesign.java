package io.stimloop.planning.continuous;

import io.stimloop.numerics.random.Streams;
import io.stimloop.planning.design.Design;

/**
 * At every position a stimulus drawn uniformly from a box, independently of all others.
 *
 * @param box  of all stimuli; uniform over its coordinates
 * @param seed of the experiment
 */
public record UniformDesign(StimulusBox box, long seed) implements Design {
    private static final long PURPOSE = 0x756e69666f726dL;

    @Override
    public double[] stimulus(long position) {
        return box.draw(Streams.of(seed, position, PURPOSE));
    }

    /** They cannot be counted. */
    @Override
    public int size() {
        return 0;
    }
}
