package io.stimloop.inference.map;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.BeliefState;
import io.stimloop.inference.belief.Quantity;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.Responses;
import io.stimloop.inference.belief.Truth;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Beliefs about a rate map. Objectives about parameters have no meaning here: what a map is about are its expected
 * responses.
 *
 * @param model with the prior
 */
public record MapSource(MapModel model) implements BeliefSource {
    private static final int BELIEFS = 2;
    private static final int PREDICTORS = 2;
    /** A joint draw of the map costs the third power of the number of stimuli. */
    private static final int MOST_DRAWN = 1000;

    @Override
    public Responses responses() {
        return Responses.counts(1);
    }

    @Override
    public List<String> parameterNames() {
        return ReportedStimuli.names(model);
    }

    @Override
    public boolean answers(Question question) {
        return answers(model, question);
    }

    static boolean answers(MapModel model, Question question) {
        return switch (question) {
            case Question.Information _,Question.ExpectedResponse _,Question.Exceedance _ -> true;
            case Question.VarianceReduction reduction -> reduction.quantities().stream()
                    .allMatch(q -> q instanceof Quantity.Expectation expectation
                            && expectation.stimulus().length == model.geometry().dimensions());
            case Question.DeterminantReduction _ -> false;
        };
    }

    @Override
    public boolean drawsCurves(int stimuli) {
        return stimuli <= MOST_DRAWN;
    }

    @Override
    public long bytesNeeded(int candidates, Question question) {
        return BELIEFS * (model.hypotheses() * LaplaceFit.bytes(model.limit()) + Observations.bytes(model))
                + PREDICTORS * MapTables.bytes(model, candidates, question);
    }

    @Override
    public Belief create() {
        return new MapBelief(model);
    }

    @Override
    public Belief restore(BeliefState state) {
        return MapState.restore(model, state);
    }

    @Override
    public Truth drawTruth(UniformRandomProvider random) {
        return MapTruth.draw(model, random);
    }

    /** The map of least surprise under the prior that has f as given at the reported stimuli. */
    @Override
    public Truth truth(Map<String, Double> parameters) {
        return MapTruth.through(model, parameters);
    }
}
