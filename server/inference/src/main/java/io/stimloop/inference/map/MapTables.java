package io.stimloop.inference.map;

import io.stimloop.inference.belief.Quantity;
import io.stimloop.inference.belief.Question;
import java.util.List;

/**
 * What predictions at candidates need and no trial changes. Immutable; shared by all predictors of an experiment.
 *
 * @param model       of the belief
 * @param question    what is asked
 * @param candidates  where they lie
 * @param tests       where the stimuli of a variance reduction lie; the same object where they are the candidates
 * @param testWeights how much the variance at each counts
 * @param information by dispersion; empty where it is not asked for
 */
record MapTables(MapModel model, Question question, Places candidates, Places tests, double[] testWeights,
        List<InformationTable> information) {
    /** Evidence may carry a variance this many standard deviations of its hyperprior above the spec's. */
    private static final double REFIT_REACH = 3;

    static MapTables of(MapModel model, double[][] stimuli, Question question) {
        Places candidates = Places.of(model.geometry(), stimuli);
        double[][] tests = tests(question);
        return new MapTables(model, question, candidates,
                java.util.Arrays.deepEquals(tests, stimuli)
                        ? candidates
                        : Places.of(model.geometry(), tests),
                weights(question), tables(model, question));
    }

    private static double[][] tests(Question question) {
        return question instanceof Question.VarianceReduction reduction
                ? reduction.quantities().stream().map(q -> ((Quantity.Expectation) q).stimulus())
                        .toArray(double[][]::new)
                : new double[0][];
    }

    private static double[] weights(Question question) {
        return question instanceof Question.VarianceReduction reduction
                ? reduction.quantities().stream().mapToDouble(Quantity::weight).toArray()
                : new double[0];
    }

    private static List<InformationTable> tables(MapModel model, Question question) {
        if (!(question instanceof Question.Information)) {
            return List.of();
        }
        return java.util.stream.IntStream.range(0, model.dispersions().length)
                .mapToObj(d -> new InformationTable(model.likelihood(d), highestVariance(model))).toList();
    }

    /** Of f under any kernel that may come into force. */
    static double highestVariance(MapModel model) {
        double growth = model.refit().equals(RefitRule.NEVER)
                ? 1
                : StrictMath.exp(REFIT_REACH * model.refit().logSd());
        return growth * model.kernels().stream().mapToDouble(MapKernel::totalVariance).max().orElseThrow();
    }

    /** Bytes of the tables, of one predictor and of the views of two threads. */
    static long bytes(MapModel model, int candidates, Question question) {
        int tests = question instanceof Question.VarianceReduction reduction
                ? reduction.quantities().size()
                : 0;
        long information = question instanceof Question.Information
                ? model.dispersions().length
                        * InformationTable.bytes(model.likelihood(0), highestVariance(model))
                : 0;
        long perHypothesis = FitTable.bytes(model, candidates) + FitTable.bytes(model, tests);
        return information + model.hypotheses() * (perHypothesis + Double.BYTES * (long) tests)
                + SquaredCovariances.bytes(model, tests)
                + Places.bytes(model.geometry(), candidates + (long) tests)
                + Double.BYTES * (4L * tests + model.limit() + candidates);
    }
}
