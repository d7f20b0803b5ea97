package io.stimloop.planning.lookahead;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How the candidates of the next trial stand at the greatest depth that any of them was finished at. */
final class Standing {
    private final double[] oneStep;
    private final Ranking ranking;
    private double[] values;
    private int steps = 1;

    /** @param oneStep utilities, NaN where not known, minus infinity where not allowed; not modified */
    Standing(double[] oneStep) {
        this.oneStep = oneStep;
        this.values = oneStep;
        this.ranking = new Ranking(oneStep.length);
    }

    /** Candidates that may be presented and have a utility. */
    int reachable() {
        return (int) Arrays.stream(oneStep).filter(utility -> utility > Double.NEGATIVE_INFINITY).count();
    }

    /**
     * The candidates to look at next: those with the greatest one-step utilities, in the order of their values at the
     * depth of the standing, those without one last.
     */
    int[] next(int width) {
        int count = ranking.rank(oneStep, width);
        return IntStream.range(0, count).map(ranking::get).boxed()
                .sorted(Comparator.comparingDouble((Integer candidate) -> -known(candidate)))
                .mapToInt(Integer::intValue).toArray();
    }

    private double known(int candidate) {
        return values[candidate] > Double.NEGATIVE_INFINITY ? values[candidate] : Double.NEGATIVE_INFINITY;
    }

    /** Takes up what counts of a pass, unless nothing was found. */
    void adopt(Pass pass, int newSteps) {
        double[] found = new double[oneStep.length];
        for (int candidate = 0; candidate < found.length; candidate++) {
            found[candidate] = oneStep[candidate] == Double.NEGATIVE_INFINITY
                    ? Double.NEGATIVE_INFINITY
                    : Double.NaN;
        }
        boolean any = false;
        for (int place = 0; place < pass.counted(); place++) {
            double value = pass.value(place);
            if (value > Double.NEGATIVE_INFINITY) {
                found[pass.candidate(place)] = value;
                any = true;
            }
        }
        if (any) {
            values = found;
            steps = newSteps;
        }
    }

    /** Trials that the values look ahead, the next one included. */
    int steps() {
        return steps;
    }

    /** By candidate; NaN where it was not finished or passed over, minus infinity where it is not allowed. */
    double[] values() {
        return values;
    }

    /**
     * The most that the value of a candidate without one can be; minus infinity where all have one.
     *
     * @param ahead the most that the trials after the next can bring
     */
    double bound(double ahead) {
        double bound = Double.NEGATIVE_INFINITY;
        for (int candidate = 0; candidate < values.length; candidate++) {
            if (Double.isNaN(values[candidate]) && !Double.isNaN(oneStep[candidate])) {
                bound = Math.max(bound, oneStep[candidate] + ahead);
            }
        }
        return bound;
    }
}
