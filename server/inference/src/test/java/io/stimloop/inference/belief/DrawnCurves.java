package io.stimloop.inference.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/** Compares curves drawn from a belief with what the belief predicts. */
public final class DrawnCurves {
    private static final int DRAWS = 2000;

    private DrawnCurves() {}

    /** Requires the moments of the draws to be the predicted ones, within 5 of their standard errors. */
    public static void haveThePredictedMoments(Belief belief, int unit, double[][] stimuli) {
        ResponsePredictor predictor = belief.predictor(stimuli, new Question.ExpectedResponse());
        predictor.refresh();
        ResponsePredictor.View view = predictor.newView();
        UniformRandomProvider random = Streams.of(17, unit, 5);
        double[][] curves = new double[DRAWS][];
        Arrays.setAll(curves, draw -> belief.drawCurve(unit, stimuli, random));
        for (int i = 0; i < stimuli.length; i++) {
            int place = i;
            double mean = view.predict(i).mean(unit);
            double variance = view.predict(i).variance(unit);
            requireMean(Arrays.stream(curves).mapToDouble(curve -> curve[place]).toArray(), mean,
                    "mean at stimulus " + i);
            requireMean(Arrays.stream(curves)
                    .mapToDouble(curve -> (curve[place] - mean) * (curve[place] - mean)).toArray(), variance,
                    "variance at stimulus " + i);
        }
    }

    private static void requireMean(double[] values, double expected, String what) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        assertThat(mean).as(what).isCloseTo(expected,
                within(5 * Math.sqrt(variance / values.length) + 1e-9));
    }

    /** Requires a draw to be of one function: equal stimuli have equal responses. */
    public static void areOfOneFunction(Belief belief, int unit, double[] stimulus) {
        double[] twice = belief.drawCurve(unit, new double[][]{stimulus, stimulus}, Streams.of(1, 2, 3));
        double[] again = belief.drawCurve(unit, new double[][]{stimulus, stimulus}, Streams.of(1, 2, 3));
        double[] other = belief.drawCurve(unit, new double[][]{stimulus, stimulus}, Streams.of(1, 2, 4));
        assertThat(twice[1]).isCloseTo(twice[0], within(1e-3 * Math.abs(twice[0])));
        assertThat(again).containsExactly(twice);
        assertThat(other[0]).isNotEqualTo(twice[0]);
    }
}
