package io.stimloop.control.spec;

import io.stimloop.inference.response.TuningCurve;
import java.util.List;
import java.util.Optional;

/**
 * A model as far as it could be read.
 *
 * @param parameterNames of this model; of every model where the spec does not say which it is
 * @param curve          empty when a fault was reported
 */
record ModelDraft(List<String> parameterNames, Optional<TuningCurve> curve) {
    /** What is known of a model that is not there. */
    static final ModelDraft MISSING = new ModelDraft(ParameterRule.names(), Optional.empty());
}
