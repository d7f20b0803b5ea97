package io.stimloop.numerics.special;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expectations under the standard normal density. */
class NormalQuadratureTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8, 16, 33, 64})
    void gaussHermiteIsExactForTheMomentsOfANormalVariable(int n) {
        NormalQuadrature rule = NormalQuadrature.gaussHermite(n);
        double moment = 1;
        for (int power = 0; power < Math.min(2 * n, 20); power += 2) {
            assertThat(mean(rule, power)).isCloseTo(moment, Offset.offset(1e-12 * moment));
            assertThat(mean(rule, power + 1)).isCloseTo(0, Offset.offset(1e-11 * moment));
            moment *= power + 1;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1})
    void equalStepsGiveTheMeanOfALogNormalVariable(double sd) {
        NormalQuadrature rule = NormalQuadrature.equalSteps(64, 8);
        double sum = 0;
        for (int i = 0; i < rule.size(); i++) {
            sum += rule.weights()[i] * StrictMath.exp(sd * rule.nodes()[i]);
        }
        assertThat(sum).isCloseTo(StrictMath.exp(sd * sd / 2), Offset.offset(1e-11));
    }

    private static double mean(NormalQuadrature rule, int power) {
        double sum = 0;
        for (int i = 0; i < rule.size(); i++) {
            sum += rule.weights()[i] * StrictMath.pow(rule.nodes()[i], power);
        }
        return sum;
    }
}
