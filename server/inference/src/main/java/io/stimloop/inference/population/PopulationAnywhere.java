package io.stimloop.inference.population;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.StimulusPredictor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Predicts the responses of each unit to any stimulus. */
final class PopulationAnywhere implements StimulusPredictor {
    private final PopulationBelief belief;
    private final @Nullable StimulusPredictor[] predictors;
    private final double[] weights;

    private PopulationAnywhere(PopulationBelief belief, @Nullable StimulusPredictor[] predictors,
            double[] weights) {
        this.belief = belief;
        this.predictors = predictors;
        this.weights = weights;
    }

    /** One for a belief whose units can be asked about any stimulus. */
    static PopulationAnywhere of(PopulationBelief belief, Question question) {
        List<Optional<UnitQuestion>> parts = UnitQuestion.of(question, belief.units());
        @Nullable
        StimulusPredictor[] predictors = new StimulusPredictor[parts.size()];
        double[] weights = new double[parts.size()];
        for (int unit = 0; unit < weights.length; unit++) {
            Optional<UnitQuestion> part = parts.get(unit);
            if (part.isPresent()) {
                predictors[unit] = belief.belief(unit).anywhere(part.get().question()).orElseThrow();
                weights[unit] = part.get().weight();
            }
        }
        return new PopulationAnywhere(belief, predictors, weights);
    }

    @Override
    public void refresh() {
        for (int unit = 0; unit < predictors.length; unit++) {
            StimulusPredictor predictor = predictors[unit];
            if (predictor != null && belief.includes(unit)) {
                predictor.refresh();
            }
        }
    }

    @Override
    public View newView() {
        return new AnywhereView();
    }

    @Override
    public StimulusPredictor over(Belief other) {
        if (!(other instanceof PopulationBelief population) || population.units() != predictors.length) {
            throw new IllegalArgumentException(
                    "belief: " + other + " must be a copy of the belief predicted from");
        }
        @Nullable
        StimulusPredictor[] theirs = new StimulusPredictor[predictors.length];
        for (int unit = 0; unit < theirs.length; unit++) {
            StimulusPredictor predictor = predictors[unit];
            theirs[unit] = predictor == null ? null : predictor.over(population.belief(unit));
        }
        return new PopulationAnywhere(population, theirs, weights);
    }

    private final class AnywhereView implements View {
        private final @Nullable View[] views = new View[predictors.length];
        private final PopulationPrediction prediction = new PopulationPrediction(belief, weights);

        private AnywhereView() {
            for (int unit = 0; unit < views.length; unit++) {
                StimulusPredictor predictor = predictors[unit];
                views[unit] = predictor == null ? null : predictor.newView();
            }
        }

        @Override
        public Prediction predict(double[] stimulus) {
            return prediction.of(unit -> {
                View view = views[unit];
                return view == null ? null : view.predict(stimulus);
            });
        }
    }
}
