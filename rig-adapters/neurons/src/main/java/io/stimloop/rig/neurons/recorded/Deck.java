package io.stimloop.rig.neurons.recorded;

import io.stimloop.rig.neurons.Streams;
import org.apache.commons.rng.sampling.ArraySampler;

/** Counts that are drawn without replacement until all are used, then shuffled anew. Not thread safe. */
final class Deck {
    private final int[] counts;
    private final long seed;
    private final long key;
    private int round;
    private int next;

    /** Holds a copy of at least one count. */
    Deck(int[] counts, long seed, long key) {
        this.counts = counts.clone();
        this.seed = seed;
        this.key = key;
        this.next = counts.length;
    }

    int draw() {
        if (next == counts.length) {
            ArraySampler.shuffle(Streams.stream(seed, key, round++), counts);
            next = 0;
        }
        return counts[next++];
    }
}
