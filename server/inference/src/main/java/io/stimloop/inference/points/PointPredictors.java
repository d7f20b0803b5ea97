package io.stimloop.inference.points;

import io.stimloop.inference.belief.Quantity;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.StimulusPredictor;

/**
 * Predictions from weighted points, for any model and every question. For n points, m candidates and S responses that
 * are told apart, a choice takes about
 * <ul>
 * <li>information: m n S multiplications for choices; for counts m n plus a few ten thousand for each candidate; for
 * values some 35 m n</li>
 * <li>variance reduction of q quantities (see {@link CarriedQuantities} for many): q times as many</li>
 * <li>determinant reduction of p parameters: (p + 1)(p + 2) / 2 times as many</li>
 * <li>expected response, exceedance: m n</li>
 * </ul>
 * where the columns of the model at every candidate fit into {@link PointTable}; else their evaluation comes on top.
 */
public final class PointPredictors {
    private PointPredictors() {}

    /**
     * Whether a question has a meaning for the model: the expected response of a choice among three or more
     * alternatives is not a number.
     */
    public static boolean answers(PointModel model, Question question) {
        boolean number = model.family() != PointFamily.CHOICE || model.columns() == 2;
        return switch (question) {
            case Question.ExpectedResponse _,Question.Exceedance _ -> number;
            case Question.Information _ -> true;
            case Question.VarianceReduction reduction -> reduction.quantities().stream()
                    .allMatch(quantity -> !(quantity instanceof Quantity.Parameter parameter)
                            || model.parameterNames().contains(parameter.name()));
            case Question.DeterminantReduction reduction ->
                model.parameterNames().containsAll(reduction.parameters());
        };
    }

    /**
     * A predictor that follows the points.
     *
     * @param candidates one row per stimulus; copied
     * @throws IllegalArgumentException when the model does not answer the question
     */
    public static ResponsePredictor of(PointModel model, ParameterScale scale, WeightedPoints points,
            double[][] candidates, Question question) {
        return of(model, scale, points, new PointTable(model, candidates, points.size()), question);
    }

    /** One whose table of candidates others may read too, as long as the points do not move. */
    public static ResponsePredictor of(PointModel model, ParameterScale scale, WeightedPoints points,
            PointTable table, Question question) {
        requireAnswer(model, question);
        return switch (question) {
            case Question.ExpectedResponse _,Question.Exceedance _ ->
                new ExpectationPredictor(model, points, question, table);
            default -> new MomentPredictor(model, points, Carried.of(model, scale, points, question), table,
                    false);
        };
    }

    /**
     * A predictor for stimuli that are not listed, that follows the points.
     *
     * @throws IllegalArgumentException when the model does not answer the question
     */
    public static StimulusPredictor anywhere(PointModel model, ParameterScale scale, WeightedPoints points,
            Question question) {
        requireAnswer(model, question);
        return switch (question) {
            case Question.ExpectedResponse _,Question.Exceedance _ ->
                new ExpectationAnywhere(model, points, question);
            default -> new MomentsAnywhere(model, points, Carried.of(model, scale, points, question));
        };
    }

    private static void requireAnswer(PointModel model, Question question) {
        if (!answers(model, question)) {
            throw new IllegalArgumentException("question: " + model.kind() + " cannot answer " + question);
        }
    }

    /** Bytes of a predictor for stimuli that are not listed, with one view. */
    public static long bytesAnywhere(PointModel model, ParameterScale scale, int points, Question question) {
        int loads = loads(model, scale, question);
        return loads == 0
                ? ExpectationAnywhere.bytes(model, points)
                : carriedBytes(model, scale, points, question) + MomentsAnywhere.bytes(model, points, loads);
    }

    /** Bytes of a predictor and what its views share. */
    public static long bytes(PointModel model, ParameterScale scale, int points, int candidates,
            Question question) {
        long table = PointTable.bytes(model, candidates, points);
        int loads = loads(model, scale, question);
        long shared = loads == 0 ? 0 : Loads.bytes(points, loads, MomentPredictor.inRows(model));
        return table + shared + carriedBytes(model, scale, points, question)
                + (question instanceof Question.Exceedance
                        ? PointTable.readerBytes(model, candidates, points)
                        : 0);
    }

    /** Bytes of what is known of the points beside their weights. */
    private static long carriedBytes(PointModel model, ParameterScale scale, int points, Question question) {
        return switch (question) {
            case Question.Information _,Question.ExpectedResponse _,Question.Exceedance _ -> 0;
            case Question.VarianceReduction reduction ->
                CarriedQuantities.bytes(QuantityTable.count(model, scale, reduction.quantities()), points);
            case Question.DeterminantReduction reduction ->
                CarriedProducts.bytes(model, scale, reduction, points);
        };
    }

    /** Bytes of one view. */
    public static long viewBytes(PointModel model, ParameterScale scale, int points, int candidates,
            Question question) {
        int loads = loads(model, scale, question);
        return loads == 0
                ? PointTable.readerBytes(model, candidates, points)
                : MomentPredictor.viewBytes(model, candidates, points, loads);
    }

    /** Loads of a point; 0 where nothing is sorted out by response. */
    private static int loads(PointModel model, ParameterScale scale, Question question) {
        return switch (question) {
            case Question.Information _ -> 1;
            case Question.ExpectedResponse _,Question.Exceedance _ -> 0;
            case Question.VarianceReduction reduction ->
                CarriedQuantities.loads(QuantityTable.count(model, scale, reduction.quantities()));
            case Question.DeterminantReduction reduction -> CarriedProducts.loads(model, scale, reduction);
        };
    }
}
