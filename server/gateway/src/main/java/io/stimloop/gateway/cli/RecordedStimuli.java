package io.stimloop.gateway.cli;

import io.stimloop.rig.neurons.recorded.Repeats;
import io.stimloop.v1.Dimension;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Levels;
import java.util.List;

/** What may be presented to a recorded cell is what was presented to it when it was recorded. */
public final class RecordedStimuli {
    private RecordedStimuli() {}

    /**
     * The experiment with the recorded directions as the values of its one stimulus dimension. Cells were
     * recorded at directions of their own, and no other stimulus has an answer.
     *
     * @param repeats one entry per recorded direction, ascending
     * @throws CommandFailure if the experiment has more than one dimension
     */
    public static ExperimentSpec in(ExperimentSpec experiment, List<Repeats> repeats) {
        if (experiment.getStimulus().getDimensionsCount() != 1) {
            throw CommandFailure.invalidSpec("stimulus.dimensions: has "
                    + experiment.getStimulus().getDimensionsCount()
                    + " entries; a recording has one dimension, the direction", null);
        }
        Levels.Builder recorded = Levels.newBuilder();
        repeats.forEach(repeat -> recorded.addValues(repeat.directionDeg()));
        ExperimentSpec.Builder fitted = experiment.toBuilder();
        Dimension.Builder dimension = fitted.getStimulusBuilder().getDimensionsBuilder(0);
        dimension.setValues(recorded);
        return fitted.build();
    }
}
