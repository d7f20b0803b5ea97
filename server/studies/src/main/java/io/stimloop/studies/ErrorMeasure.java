package io.stimloop.studies;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.CurvePoint;
import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.Responses;
import io.stimloop.inference.belief.Truth;
import java.util.List;

/** How far a belief is from the truth. */
enum ErrorMeasure {
    /**
     * Root mean square, over the candidates and the units, of posterior mean less truth of the expected response; in
     * the unit of the response.
     */
    CURVE {
        @Override
        double of(Belief belief, Truth truth, ResolvedSpec spec) {
            double[][] stimuli = spread(spec.candidates());
            double squares = 0;
            for (int unit = 0; unit < belief.units(); unit++) {
                for (CurvePoint point : belief.curve(unit, stimuli)) {
                    double off = point.mean() - truth.expected(unit, point.stimulus());
                    squares += off * off;
                }
            }
            return Math.sqrt(squares / (stimuli.length * belief.units()));
        }

        @Override
        String axis(Responses.Kind kind) {
            return "error of the curve (RMS, " + switch (kind) {
                case COUNTS -> "spikes per trial";
                case CHOICE -> "probability";
                case VALUES -> "unit of the response";
            } + ")";
        }
    },
    /** Sum of the squares of posterior mean less truth, over the parameters; mean over the units. */
    PARAMETERS {
        @Override
        double of(Belief belief, Truth truth, ResolvedSpec spec) {
            double squares = 0;
            for (int unit = 0; unit < belief.units(); unit++) {
                List<ParameterSummary> found = belief.parameters(unit);
                double[] wanted = truth.parameters(unit);
                for (int p = 0; p < wanted.length; p++) {
                    double off = found.get(p).mean() - wanted[p];
                    squares += off * off;
                }
            }
            return squares / belief.units();
        }

        @Override
        String axis(Responses.Kind kind) {
            return "squared error of the parameters (summed, in their units squared)";
        }
    };

    private static final int MOST_STIMULI = 1000;

    /** The error of a belief about a cell. */
    abstract double of(Belief belief, Truth truth, ResolvedSpec spec);

    /** What is on the axis of a picture, with its unit. */
    abstract String axis(Responses.Kind kind);

    /** A filter is judged by its weights, everything else by what it predicts. */
    static ErrorMeasure usual(ResolvedSpec spec) {
        return spec.original().getModel().hasGlm() ? PARAMETERS : CURVE;
    }

    private static double[][] spread(double[][] candidates) {
        if (candidates.length <= MOST_STIMULI) {
            return candidates;
        }
        double[][] some = new double[MOST_STIMULI][];
        for (int i = 0; i < MOST_STIMULI; i++) {
            some[i] = candidates[(int) ((long) i * candidates.length / MOST_STIMULI)];
        }
        return some;
    }
}
