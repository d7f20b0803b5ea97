package io.stimloop.control.spec;

import io.stimloop.inference.belief.Truth;
import org.apache.commons.rng.UniformRandomProvider;

/** Where the cells come from that answer where there is none. Thread safe. */
@FunctionalInterface
public interface TruthSource {
    /**
     * A cell that has answered nothing yet.
     *
     * @param random of what is not said about it
     */
    Truth cell(UniformRandomProvider random);
}
