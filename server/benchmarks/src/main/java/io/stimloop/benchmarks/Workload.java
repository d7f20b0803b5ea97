package io.stimloop.benchmarks;

import io.stimloop.v1.Dimension;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Levels;
import io.stimloop.v1.Model;
import io.stimloop.v1.Neuron;
import io.stimloop.v1.Noise;
import io.stimloop.v1.Parameter;
import io.stimloop.v1.Planner;
import io.stimloop.v1.Poisson;
import io.stimloop.v1.SequencePlanner;
import io.stimloop.v1.Shape;
import io.stimloop.v1.Stimulus;
import io.stimloop.v1.StimulusSpace;
import io.stimloop.v1.TuningCurve;

/**
 * W1: a Gaussian bump with Poisson noise and 61 stimuli from -15 to 15, baseline 0.2 to 4.2, amplitude 1 to
 * 16, preferred -12 to 12 and width 0.8 to 6.8, the grid at the mid-points of equal cells.
 */
final class Workload {
    private static final int STIMULI = 61;
    private static final double FIRST_STIMULUS = -15;
    private static final double LAST_STIMULUS = 15;

    private Workload() {}

    /** W1 with these numbers of baselines, amplitudes, preferred stimuli and widths; no planner chosen yet. */
    static ExperimentSpec.Builder w1(int baselines, int amplitudes, int preferred, int widths) {
        return ExperimentSpec.newBuilder().setName("w1").setSeed(1)
                .addNeurons(Neuron.newBuilder().setName("n"))
                .setStimulus(StimulusSpace.newBuilder()
                        .addDimensions(Dimension.newBuilder().setName("x").setValues(
                                Levels.newBuilder().setFrom(FIRST_STIMULUS).setTo(LAST_STIMULUS)
                                        .setCount(STIMULI))))
                .setModel(Model.newBuilder().setTuningCurve(TuningCurve.newBuilder().setShape(Shape.GAUSSIAN)
                        .setNoise(Noise.newBuilder().setPoisson(Poisson.getDefaultInstance()))
                        .putParameters("baseline", midpoints(0.2, 4.2, baselines))
                        .putParameters("amplitude", midpoints(1, 16, amplitudes))
                        .putParameters("preferred", midpoints(-12, 12, preferred))
                        .putParameters("width", midpoints(0.8, 6.8, widths))));
    }

    /** The stimuli in an order that leaps, so that no trial repeats the last one's. */
    static Planner sequence() {
        SequencePlanner.Builder sequence = SequencePlanner.newBuilder();
        for (int s = 0; s < STIMULI; s++) {
            double step = (LAST_STIMULUS - FIRST_STIMULUS) / (STIMULI - 1);
            sequence.addStimuli(Stimulus.newBuilder().addValues(FIRST_STIMULUS + step * (s * 23 % STIMULI)));
        }
        return Planner.newBuilder().setSequence(sequence).build();
    }

    private static Parameter midpoints(double low, double high, int cells) {
        double width = (high - low) / cells;
        return Parameter.newBuilder().setFrom(low + width / 2).setTo(high - width / 2).setCount(cells)
                .build();
    }
}
