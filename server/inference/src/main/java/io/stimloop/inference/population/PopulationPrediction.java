package io.stimloop.inference.population;

import io.stimloop.inference.belief.Prediction;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The answers of the units to one stimulus; sums are taken in the order of the units. Not thread safe. */
final class PopulationPrediction implements Prediction {
    private final PopulationBelief belief;
    private final double[] weights;
    private final @Nullable Prediction[] predictions;

    /**
     * Of a population.
     *
     * @param weights by unit, of its answer in a sum
     */
    PopulationPrediction(PopulationBelief belief, double[] weights) {
        this.belief = belief;
        this.weights = weights;
        this.predictions = new Prediction[weights.length];
    }

    /** Takes up the answers of the units that are included, null from those that have no part in it. */
    Prediction of(IntFunction<@Nullable Prediction> units) {
        for (int unit = 0; unit < predictions.length; unit++) {
            predictions[unit] = belief.includes(unit) ? units.apply(unit) : null;
        }
        return this;
    }

    @Override
    public int units() {
        return predictions.length;
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
        return answer(unit).mean(0);
    }

    @Override
    public double variance(int unit) {
        return answer(unit).variance(0);
    }

    @Override
    public double probabilityAbove(int unit, double level) {
        return answer(unit).probabilityAbove(0, level);
    }

    @Override
    public double expectedExcess(int unit, double level) {
        return answer(unit).expectedExcess(0, level);
    }

    @Override
    public double greatestMean(int unit) {
        return answer(unit).greatestMean(0);
    }

    private Prediction answer(int unit) {
        Prediction prediction = predictions[unit];
        if (prediction == null) {
            throw new IllegalStateException("unit " + unit + " is left out");
        }
        return prediction;
    }
}
