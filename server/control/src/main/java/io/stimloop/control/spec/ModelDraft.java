package io.stimloop.control.spec;

import io.stimloop.inference.belief.BeliefSource;
import java.util.List;
import java.util.Optional;

/**
 * A model as far as it could be read.
 *
 * @param parameterNames of this model; of every model where the spec does not say which it is
 * @param source         empty when a fault was reported
 */
record ModelDraft(List<String> parameterNames, Optional<BeliefSource> source) {
    /** What is known of a model that is not there. */
    static final ModelDraft MISSING = new ModelDraft(ParameterRule.names(), Optional.empty());
}
