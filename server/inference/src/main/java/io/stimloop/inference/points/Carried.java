package io.stimloop.inference.points;

import io.stimloop.inference.belief.Question;

/** What points must carry for a question, and what becomes of it when responses have been sorted out. */
interface Carried {
    /** Loads of each point, its weight included. */
    int loads();

    /** Fills in the loads from the points as they are now. */
    void fill(WeightedPoints points, Loads loads);

    /** Working memory for {@link #answer}, for one thread. */
    double[] newScratch();

    /** The answer from the loads gathered by response. */
    double answer(Moments moments, double[] scratch);

    /** The same for other points, sharing what does not depend on their weights. */
    Carried over(WeightedPoints other);

    /** The loads for a question about how the response changes the belief. */
    static Carried of(PointModel model, ParameterScale scale, WeightedPoints points, Question question) {
        return switch (question) {
            case Question.Information information ->
                new CarriedWeight(Question.weight(information.weights(), 0));
            case Question.VarianceReduction reduction ->
                new CarriedQuantities(new QuantityTable(model, scale, points, reduction.quantities()));
            case Question.DeterminantReduction reduction ->
                new CarriedProducts(model, scale, points.size(), reduction);
            default ->
                throw new IllegalArgumentException("question: " + question + " is not about the belief");
        };
    }
}
