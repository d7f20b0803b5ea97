package io.stimloop.inference.map;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The stimuli at which f is reported as a parameter: nine candidates at most, spread evenly over their order. A
 * map has as many parameters as it has stimuli; these stand for them.
 */
final class ReportedStimuli {
    private static final int MOST = 9;

    private ReportedStimuli() {}

    static double[][] of(MapModel model) {
        int candidates = model.candidates();
        int kept = Math.min(MOST, candidates);
        // Half a step in, so that on a grid they do not all come from its edge.
        return IntStream.range(0, kept)
                .mapToObj(i -> stimulus(model, (int) ((2L * i + 1) * candidates / (2L * kept))))
                .toArray(double[][]::new);
    }

    /** A candidate by its place in the order of candidates: the first dimension slowest. */
    private static double[] stimulus(MapModel model, int candidate) {
        double[] values = new double[model.axes().length];
        int rest = candidate;
        for (int d = values.length - 1; d >= 0; d--) {
            values[d] = model.axes()[d][rest % model.axes()[d].length];
            rest /= model.axes()[d].length;
        }
        return values;
    }

    /** As in "f(90)" or "f(1.5, 20)". */
    static List<String> names(MapModel model) {
        return Arrays.stream(of(model))
                .map(stimulus -> Arrays.stream(stimulus).mapToObj(ReportedStimuli::number)
                        .collect(Collectors.joining(", ", "f(", ")")))
                .toList();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(Math.round(value * 1e4) / 1e4);
    }
}
