package io.stimloop.rig.neurons.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TuningCurveTest {
    private static final GaussianTuning GAUSSIAN = new GaussianTuning(2, 30, -4, 3);
    private static final CircularTuning CIRCULAR = new CircularTuning(2, 30, 90, 25, 360);
    private static final BidirectionalTuning BIDIRECTIONAL = new BidirectionalTuning(2, 30, 90, 25, 0.4, 360);

    static List<TuningCurve> curves() {
        return List.of(GAUSSIAN, CIRCULAR, BIDIRECTIONAL);
    }

    @Test
    void aGaussianBumpFollowsItsFormula() {
        assertThat(GAUSSIAN.expectedCount(-4)).isEqualTo(32);
        assertThat(GAUSSIAN.expectedCount(-1)).isCloseTo(2 + 30 * Math.exp(-0.5), within(1e-12));
        assertThat(GAUSSIAN.expectedCount(1000)).isEqualTo(2);
    }

    @Test
    void aCircularBumpFollowsItsFormulaAndWrapsAround() {
        double width = Math.toRadians(25);
        double expected = 2 + 30 * Math.exp((Math.cos(Math.toRadians(60)) - 1) / (width * width));
        assertThat(CIRCULAR.expectedCount(150)).isCloseTo(expected, within(1e-12));
        assertThat(CIRCULAR.expectedCount(150 - 720)).isCloseTo(expected, within(1e-12));
        assertThat(CIRCULAR.expectedCount(30)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void aNarrowCircularBumpResemblesAGaussianOfItsWidth() {
        CircularTuning narrow = new CircularTuning(0, 1, 90, 2, 180);
        assertThat(narrow.expectedCount(92)).isCloseTo(Math.exp(-0.5), within(1e-3));
    }

    @Test
    void theOppositeLobeIsHalfATurnAwayAndAFractionAsHigh() {
        double rest = Math.exp(-2 / (Math.toRadians(25) * Math.toRadians(25)));
        assertThat(BIDIRECTIONAL.expectedCount(90)).isCloseTo(2 + 30 * (1 + 0.4 * rest), within(1e-12));
        assertThat(BIDIRECTIONAL.expectedCount(270)).isCloseTo(2 + 30 * (rest + 0.4), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("curves")
    void noStimulusExceedsTheLargestExpectedCount(TuningCurve curve) {
        for (double x = -400; x <= 400; x += 0.5) {
            assertThat(curve.expectedCount(x)).as("at %s", x).isBetween(curve.baseline(),
                    curve.largestExpectedCount());
        }
    }

    @ParameterizedTest
    @MethodSource("curves")
    void aTransformedCurveIsTheFormulaOfTheTransformation(TuningCurve curve) {
        TuningCurve transformed = curve.transformed(1.5, 3, -100);
        for (double x = -400; x <= 400; x += 12.5) {
            assertThat(transformed.expectedCount(x)).as("at %s", x)
                    .isCloseTo(3 + 1.5 * curve.expectedCount(x + 100), within(1e-9));
        }
    }

    @Test
    void aPreferredDirectionStaysOnTheCircle() {
        assertThat(CIRCULAR.transformed(1, 0, -100).preferred()).isEqualTo(350);
        assertThat(BIDIRECTIONAL.transformed(1, 0, 300).preferred()).isEqualTo(30);
    }

    @Test
    void parametersHaveTheNamesOfTheSpec() {
        assertThat(CIRCULAR.parameters()).containsOnlyKeys("baseline", "amplitude", "preferred", "width");
        assertThat(BIDIRECTIONAL.parameters()).containsEntry("opposite", 0.4).containsEntry("preferred",
                90.0);
    }

    @Test
    void impossibleParametersAreRefusedByName() {
        assertThatThrownBy(() -> new GaussianTuning(-1, 1, 0, 1)).hasMessageStartingWith("baseline: is -1.0");
        assertThatThrownBy(() -> new GaussianTuning(0, Double.NaN, 0, 1))
                .hasMessageStartingWith("amplitude: is NaN");
        assertThatThrownBy(() -> new CircularTuning(0, 1, Double.POSITIVE_INFINITY, 1, 360))
                .hasMessageStartingWith("preferred: is Infinity");
        assertThatThrownBy(() -> new CircularTuning(0, 1, 0, 0, 360)).hasMessageStartingWith("width: is 0.0");
        assertThatThrownBy(() -> new CircularTuning(0, 1, 0, 1, -360))
                .hasMessageStartingWith("period: is -360.0");
        assertThatThrownBy(() -> new BidirectionalTuning(0, 1, 0, 1, -0.1, 360))
                .hasMessageStartingWith("opposite: is -0.1");
    }
}
