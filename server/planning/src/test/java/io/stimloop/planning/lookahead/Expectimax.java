package io.stimloop.planning.lookahead;

import io.stimloop.inference.objective.StimulusCost;
import io.stimloop.planning.movement.MovementLimits;
import java.util.Arrays;

/**
 * The value of looking ahead, by the definition and nothing else: probabilities in arrays, every stimulus and every
 * response. Information in nats.
 */
record Expectimax(TableModel model, StimulusCost cost, MovementLimits limits) {
    private static final double[] NOWHERE = {};

    /** Of each stimulus; minus infinity where it may not follow. */
    double[] values(double[] belief, int steps, double[] before) {
        double[] values = new double[model.table().length];
        for (int x = 0; x < values.length; x++) {
            double[] stimulus = {x};
            values[x] = limits.allow(before, stimulus)
                    ? information(belief, x) - cost.of(stimulus, before) + future(belief, x, steps - 1)
                    : Double.NEGATIVE_INFINITY;
        }
        return values;
    }

    double[] values(int steps) {
        double[] even = new double[model.hypotheses()];
        Arrays.fill(even, 1.0 / even.length);
        return values(even, steps, NOWHERE);
    }

    private double future(double[] belief, int x, int steps) {
        double sum = 0;
        for (double[] likelihood : model.table()[x]) {
            double p = dot(belief, likelihood);
            if (steps > 0 && p > 0) {
                double[] after = new double[belief.length];
                Arrays.setAll(after, h -> belief[h] * likelihood[h] / p);
                sum += p * Arrays.stream(values(after, steps, new double[]{x})).max().orElseThrow();
            }
        }
        return sum;
    }

    private double information(double[] belief, int x) {
        double information = 0;
        for (double[] likelihood : model.table()[x]) {
            information -= plogp(dot(belief, likelihood));
            for (int h = 0; h < belief.length; h++) {
                information += belief[h] * plogp(likelihood[h]);
            }
        }
        return information;
    }

    private static double plogp(double p) {
        return p > 0 ? p * Math.log(p) : 0;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
