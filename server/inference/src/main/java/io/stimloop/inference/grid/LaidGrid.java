package io.stimloop.inference.grid;

import io.stimloop.inference.belief.ResponsePredictor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grid that was laid anew.
 *
 * @param belief      on it, from the trials when the work was begun
 * @param refinements at least one, the last of which led to it
 * @param ready       a predictor from the belief; null where nothing was asked
 */
record LaidGrid(GridBelief belief, List<GridRefinement> refinements, @Nullable Ready ready) {
    /**
     * A predictor made beforehand, so that no trial waits for its tables.
     *
     * @param asked what it answers
     */
    record Ready(Asked asked, ResponsePredictor predictor) {}
}
