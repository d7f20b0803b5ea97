package io.stimloop.rig.neurons.simulated;

import io.stimloop.rig.neurons.Neuron;
import java.util.Arrays;

/** Counts of many trials with one stimulus, and what they amount to. */
record Sample(int[] counts) {
    static Sample of(Neuron neuron, int trials, double... stimulus) {
        int[] counts = new int[trials];
        Arrays.setAll(counts, trial -> neuron.respond(stimulus));
        return new Sample(counts);
    }

    double mean() {
        return Arrays.stream(counts).average().orElseThrow();
    }

    double variance() {
        double mean = mean();
        return Arrays.stream(counts).mapToDouble(count -> (count - mean) * (count - mean)).sum()
                / (counts.length - 1);
    }

    double fanoFactor() {
        return variance() / mean();
    }

    /** Trials with each count from 0 to below the number of bins; the last bin takes all larger ones. */
    long[] histogram(int bins) {
        long[] histogram = new long[bins];
        for (int count : counts) {
            histogram[Math.min(count, bins - 1)]++;
        }
        return histogram;
    }
}
