package io.stimloop.inference.population;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.ResponsePredictor.View;
import org.jspecify.annotations.Nullable;

/** The answers of the units to one candidate. */
final class PopulationView implements View {
    private final @Nullable View[] views;
    private final PopulationPrediction prediction;

    /**
     * Looks at a population.
     *
     * @param views   by unit; null where it has no part in the answer
     * @param weights by unit, of its answer in a sum
     */
    PopulationView(PopulationBelief belief, @Nullable View[] views, double[] weights) {
        this.views = views;
        this.prediction = new PopulationPrediction(belief, weights);
    }

    @Override
    public Prediction predict(int candidate) {
        return prediction.of(unit -> {
            View view = views[unit];
            return view == null ? null : view.predict(candidate);
        });
    }
}
