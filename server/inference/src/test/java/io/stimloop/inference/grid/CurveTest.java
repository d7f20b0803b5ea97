package io.stimloop.inference.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.CurvePoint;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The predicted tuning curve and its credible band against a sum over all cells. */
final class CurveTest {
    private static final double ACCURACY = 1e-9;
    private static final double TAIL = 0.025;
    /** A quantile may be off by one of the band's bins, of which there are as many. */
    private static final int BINS = 4096;

    @ParameterizedTest
    @MethodSource("io.stimloop.inference.grid.RandomCase#small")
    void meanAndBandAreThoseOfTheCells(RandomCase drawn) {
        GridBelief belief = drawn.belief();
        BruteForce wanted = new BruteForce(drawn.model());
        agree(drawn, belief, wanted);
        for (Trial trial : drawn.trials(3)) {
            trial.teach(belief);
            wanted.condition(trial);
            agree(drawn, belief, wanted);
        }
    }

    private static void agree(RandomCase drawn, GridBelief belief, BruteForce wanted) {
        double[][] stimuli = drawn.candidates(7);
        List<CurvePoint> curve = belief.curve(stimuli);
        double[] weights = wanted.weights();
        for (int i = 0; i < stimuli.length; i++) {
            CurvePoint point = curve.get(i);
            double[] rates = wanted.rates(stimuli[i][0]);
            assertThat(point.stimulus()).as("%s", drawn).containsExactly(stimuli[i]);
            double mean = 0;
            for (int cell = 0; cell < rates.length; cell++) {
                mean += weights[cell] * rates[cell];
            }
            assertThat(point.mean()).as("%s, %s", drawn, point).isCloseTo(mean,
                    within(ACCURACY * (1 + mean)));
            bandAgrees("%s, %s".formatted(drawn, point), point, weights, rates);
        }
    }

    private static void bandAgrees(String where, CurvePoint point, double[] weights, double[] rates) {
        double bin = ACCURACY
                + (Arrays.stream(rates).max().orElseThrow() - Arrays.stream(rates).min().orElseThrow())
                        / BINS;
        assertThat(point.lower()).as(where).isLessThanOrEqualTo(point.upper());
        double inside = mass(weights, rates, r -> r >= point.lower() - bin && r <= point.upper() + bin);
        assertThat(inside).as(where).isGreaterThanOrEqualTo(1 - 2 * TAIL - ACCURACY);
        double atMostLower = mass(weights, rates, r -> r <= point.lower() + bin);
        assertThat(atMostLower).as(where).isGreaterThanOrEqualTo(TAIL - ACCURACY);
        double atLeastUpper = mass(weights, rates, r -> r >= point.upper() - bin);
        assertThat(atLeastUpper).as(where).isGreaterThanOrEqualTo(TAIL - ACCURACY);
        double belowLower = mass(weights, rates, r -> r < point.lower() - bin);
        assertThat(belowLower).as(where).isLessThanOrEqualTo(TAIL + ACCURACY);
        double aboveUpper = mass(weights, rates, r -> r > point.upper() + bin);
        assertThat(aboveUpper).as(where).isLessThanOrEqualTo(TAIL + ACCURACY);
    }

    private static double mass(double[] weights, double[] rates, DoublePredicate counted) {
        double mass = 0;
        for (int cell = 0; cell < rates.length; cell++) {
            mass += counted.test(rates[cell]) ? weights[cell] : 0;
        }
        return mass;
    }
}
