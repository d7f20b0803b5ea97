package io.stimloop.inference.population;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.ResponsePredictor.View;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The answers of the units to one candidate; sums are taken in the order of the units. */
final class PopulationView implements View, Prediction {
    private final PopulationBelief belief;
    private final @Nullable View[] views;
    private final double[] weights;
    private final @Nullable Prediction[] predictions;

    /**
     * Looks at a population.
     *
     * @param views   by unit; null where it has no part in the answer
     * @param weights by unit, of its answer in a sum
     */
    PopulationView(PopulationBelief belief, @Nullable View[] views, double[] weights) {
        this.belief = belief;
        this.views = views;
        this.weights = weights;
        this.predictions = new Prediction[views.length];
    }

    @Override
    public Prediction predict(int candidate) {
        for (int unit = 0; unit < views.length; unit++) {
            View view = views[unit];
            predictions[unit] = view != null && belief.includes(unit) ? view.predict(candidate) : null;
        }
        return this;
    }

    @Override
    public int units() {
        return views.length;
    }

    @Override
    public boolean includes(int unit) {
        return predictions[unit] != null;
    }

    @Override
    public double informationNats() {
        return sum(Prediction::informationNats);
    }

    @Override
    public double varianceReduction() {
        return sum(Prediction::varianceReduction);
    }

    @Override
    public double logDeterminantReduction() {
        return sum(Prediction::logDeterminantReduction);
    }

    private double sum(ToDoubleFunction<Prediction> answer) {
        double sum = 0;
        for (int unit = 0; unit < predictions.length; unit++) {
            Prediction prediction = predictions[unit];
            if (prediction != null) {
                sum += weights[unit] * answer.applyAsDouble(prediction);
            }
        }
        return sum;
    }

    @Override
    public double mean(int unit) {
        return of(unit).mean(0);
    }

    @Override
    public double variance(int unit) {
        return of(unit).variance(0);
    }

    @Override
    public double probabilityAbove(int unit, double level) {
        return of(unit).probabilityAbove(0, level);
    }

    @Override
    public double expectedExcess(int unit, double level) {
        return of(unit).expectedExcess(0, level);
    }

    @Override
    public double greatestMean(int unit) {
        return of(unit).greatestMean(0);
    }

    private Prediction of(int unit) {
        Prediction prediction = predictions[unit];
        if (prediction == null) {
            throw new IllegalStateException("unit " + unit + " is left out");
        }
        return prediction;
    }
}
