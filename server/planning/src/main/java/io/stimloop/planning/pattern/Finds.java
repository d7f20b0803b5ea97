package io.stimloop.planning.pattern;

import io.stimloop.planning.decision.RunnerUp;
import java.util.Arrays;

/** The best pattern found so far and the next best, of equals the one found first. Not thread safe. */
final class Finds {
    private double[] best;
    private double[] second;
    private double bestValue = Double.NEGATIVE_INFINITY;
    private double secondValue = Double.NEGATIVE_INFINITY;

    Finds(int targets) {
        best = new double[targets];
        second = new double[targets];
    }

    void clear() {
        bestValue = Double.NEGATIVE_INFINITY;
        secondValue = Double.NEGATIVE_INFINITY;
    }

    /** Takes up a pattern; NaN and minus infinity are no values. */
    void offer(double[] pattern, double value) {
        if (value > bestValue && !(any() && Arrays.equals(pattern, best))) {
            double[] spare = second;
            second = best;
            secondValue = bestValue;
            best = spare;
            bestValue = value;
            System.arraycopy(pattern, 0, best, 0, best.length);
        } else if (value > secondValue && !Arrays.equals(pattern, best)) {
            secondValue = value;
            System.arraycopy(pattern, 0, second, 0, second.length);
        }
    }

    boolean any() {
        return bestValue > Double.NEGATIVE_INFINITY;
    }

    /** Not to be modified; another array with the next find. */
    double[] best() {
        return best;
    }

    double bestValue() {
        return bestValue;
    }

    RunnerUp runnerUp() {
        return secondValue > Double.NEGATIVE_INFINITY
                ? new RunnerUp(second.clone(), secondValue)
                : RunnerUp.NONE;
    }
}
