package io.stimloop.studies.calibration;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Simulation-based calibration of a number of cases.
 *
 * @param experiments for each case, at least {@link #FEWEST}
 * @param seed        of everything drawn at random
 */
public record Calibration(int experiments, long seed) {
    /** Fewest experiments from which anything can be said. */
    public static final int FEWEST = 50;
    /** At most the probability that any case fails if all beliefs are right. */
    public static final double FALSE_ALARM = 0.01;

    /**
     * What came of a case.
     *
     * @param model  of the case
     * @param belief form of the belief
     * @param pValue probability that a right belief looks at least as wrong, over all parameters
     * @param passed whether that is no reason to doubt the belief
     */
    public record Result(String model, String belief, double pValue, boolean passed) {}

    /** The results of the cases, in their order. The number of threads makes no difference. */
    public List<Result> of(List<CalibrationCase> cases) {
        return cases.stream().map(one -> result(one, FALSE_ALARM / cases.size())).toList();
    }

    private Result result(CalibrationCase one, double least) {
        double pValue = Uniformity.pValue(IntStream.range(0, experiments).parallel()
                .mapToObj(index -> CalibrationExperiment.places(one, seed, index)).toList());
        return new Result(one.model(), one.belief(), pValue, pValue >= least);
    }
}
