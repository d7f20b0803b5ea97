package io.stimloop.control.spec;

import io.stimloop.v1.ExperimentSpec;
import java.util.List;

/**
 * What a model must be read together with.
 *
 * @param spec     as sent
 * @param stimulus what can be presented
 */
record ModelContext(ExperimentSpec spec, StimulusPlan stimulus) {
    /** Of the stimulus; those at fault have no values. */
    List<StimulusDimension> dimensions() {
        return stimulus.dimensions();
    }

    /** Units of the model: neurons of the spec. */
    int units() {
        return spec.getNeuronsCount();
    }
}
