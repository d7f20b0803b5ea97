package io.stimloop.inference.population;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A predictor for each unit; those of units that are asked the same share their tables. */
final class PopulationPredictor implements ResponsePredictor {
    private final PopulationBelief belief;
    private final int candidates;
    private final @Nullable ResponsePredictor[] predictors;
    private final double[] weights;

    /**
     * Of what each unit is asked.
     *
     * @param predictors by unit; null where it has no part in the answer
     * @param weights    by unit, of its answer
     */
    private PopulationPredictor(PopulationBelief belief, int candidates,
            @Nullable ResponsePredictor[] predictors, double[] weights) {
        this.belief = belief;
        this.candidates = candidates;
        this.predictors = predictors;
        this.weights = weights;
    }

    /** One for a belief, stimuli and a question. */
    static PopulationPredictor of(PopulationBelief belief, double[][] candidates, Question question) {
        List<Optional<UnitQuestion>> parts = UnitQuestion.of(question, belief.units());
        @Nullable
        ResponsePredictor[] predictors = new ResponsePredictor[parts.size()];
        double[] weights = new double[parts.size()];
        Map<Question, ResponsePredictor> made = new HashMap<>();
        for (int unit = 0; unit < weights.length; unit++) {
            Belief own = belief.belief(unit);
            Optional<UnitQuestion> part = parts.get(unit);
            if (part.isPresent()) {
                ResponsePredictor alike = made.get(part.get().question());
                predictors[unit] = alike == null
                        ? own.predictor(candidates, part.get().question())
                        : alike.over(own);
                made.putIfAbsent(part.get().question(), predictors[unit]);
                weights[unit] = part.get().weight();
            }
        }
        return new PopulationPredictor(belief, candidates.length, predictors, weights);
    }

    @Override
    public int candidates() {
        return candidates;
    }

    @Override
    public void refresh() {
        for (int unit = 0; unit < predictors.length; unit++) {
            ResponsePredictor predictor = predictors[unit];
            if (predictor != null && belief.includes(unit)) {
                predictor.refresh();
            }
        }
    }

    @Override
    public View newView() {
        @Nullable
        View[] views = new View[predictors.length];
        for (int unit = 0; unit < views.length; unit++) {
            ResponsePredictor predictor = predictors[unit];
            views[unit] = predictor == null ? null : predictor.newView();
        }
        return new PopulationView(belief, views, weights);
    }

    @Override
    public ResponsePredictor over(Belief other) {
        if (!(other instanceof PopulationBelief population) || population.units() != predictors.length) {
            throw new IllegalArgumentException(
                    "belief: " + other + " must be a copy of the belief predicted from");
        }
        @Nullable
        ResponsePredictor[] theirs = new ResponsePredictor[predictors.length];
        for (int unit = 0; unit < theirs.length; unit++) {
            ResponsePredictor predictor = predictors[unit];
            theirs[unit] = predictor == null ? null : predictor.over(population.belief(unit));
        }
        return new PopulationPredictor(population, candidates, theirs, weights);
    }

    /** With shared tables counted for each unit that uses them. */
    @Override
    public long bytes() {
        long bytes = 0;
        for (ResponsePredictor predictor : predictors) {
            bytes += predictor == null ? 0 : predictor.bytes();
        }
        return bytes;
    }
}
