package io.stimloop.inference.grid;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.BeliefState;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.Responses;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.points.GroupedTrials;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Beliefs on a grid that is refined.
 *
 * @param fixed those on a grid that stays, of the same model
 * @param grid  how the grid is laid
 */
record RefiningSource(BeliefSource fixed, RefinedGrid grid) implements BeliefSource {
    private static final int GRIDS = 3;

    @Override
    public Responses responses() {
        return fixed.responses();
    }

    @Override
    public List<String> parameterNames() {
        return fixed.parameterNames();
    }

    @Override
    public boolean answers(Question question) {
        return fixed.answers(question);
    }

    @Override
    public boolean drawsCurves(int stimuli) {
        return fixed.drawsCurves(stimuli);
    }

    @Override
    public boolean predictsAnywhere(Question question) {
        return fixed.predictsAnywhere(question);
    }

    @Override
    public long bytesAnywhere(Question question) {
        return GRIDS * fixed.bytesAnywhere(question);
    }

    /** While a grid is laid anew there are that of the belief, that of a copy and the new one, each with its tables. */
    @Override
    public long bytesNeeded(int candidates, Question question) {
        return GRIDS * fixed.bytesNeeded(candidates, question)
                + GroupedTrials.mostBytes();
    }

    @Override
    public Belief create() {
        return new RefiningBelief(grid);
    }

    @Override
    public Belief restore(BeliefState state) {
        return RefiningBelief.restored(grid, state);
    }

    /** Its parameters lie between the values of the first grid too. */
    @Override
    public Truth drawTruth(UniformRandomProvider random) {
        double[] drawn = create().draw(0, random);
        Map<String, Double> parameters = new HashMap<>();
        for (int p = 0; p < drawn.length; p++) {
            parameters.put(parameterNames().get(p), drawn[p]);
        }
        return fixed.truth(parameters);
    }

    @Override
    public Truth truth(Map<String, Double> parameters) {
        return fixed.truth(parameters);
    }
}
