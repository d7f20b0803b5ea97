package io.stimloop.inference.psychometric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.numbers.gamma.Erfc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PsychometricModelTest {
    private static double[] probabilities(PsychometricModel model, double[] stimulus, double... parameters) {
        double[][] values = new double[parameters.length][1];
        for (int p = 0; p < parameters.length; p++) {
            values[p][0] = parameters[p];
        }
        double[][] columns = new double[2][1];
        model.evaluate(stimulus, values, 1, columns);
        return new double[]{columns[0][0], columns[1][0]};
    }

    @Test
    void theShapesAreThoseOfTheirFormulas() {
        for (double u = -8; u <= 8; u += 0.25) {
            double[] stimulus = {u + 1};
            double right = 0.1 + 0.85 * (1 - Math.exp(-Math.pow(10, 3 * u / 20)));
            assertThat(of(PsychometricShape.WEIBULL, stimulus)).isCloseTo(right, within(1e-14));
            assertThat(of(PsychometricShape.LOGISTIC, stimulus))
                    .isCloseTo(0.1 + 0.85 / (1 + Math.exp(-3 * u)), within(1e-14));
            assertThat(of(PsychometricShape.CUMULATIVE_NORMAL, stimulus))
                    .isCloseTo(0.1 + 0.85 * Erfc.value(-3 * u / Math.sqrt(2)) / 2, within(1e-14));
        }
    }

    private static double of(PsychometricShape shape, double[] stimulus) {
        return probabilities(new PsychometricModel(shape, 0, List.of()), stimulus, 1, 3, 0.1, 0.05)[1];
    }

    @ParameterizedTest
    @EnumSource
    void bothProbabilitiesKeepTheirDigitsFarFromTheThreshold(PsychometricShape shape) {
        PsychometricModel model = new PsychometricModel(shape, 0, List.of());
        double far = switch (shape) {
            case WEIBULL -> 11;
            case LOGISTIC -> 20;
            case CUMULATIVE_NORMAL -> 4;
        };
        double missed = probabilities(model, new double[]{far}, 0, 3, 0.5, 0)[0];
        assertThat(missed).isPositive().isLessThan(1e-18);
        double detected = probabilities(model, new double[]{-25 * far}, 0, 0.1, 0, 0.5)[1];
        assertThat(detected).isPositive().isLessThan(0.05);
        double weak = probabilities(new PsychometricModel(PsychometricShape.WEIBULL, 0, List.of()),
                new double[]{-100}, 0, 4, 0, 0)[1];
        assertThat(weak).isCloseTo(1e-20, within(1e-33));
    }

    @Test
    void aForcedChoiceGuessesOneOfItsAlternatives() {
        PsychometricModel model = new PsychometricModel(PsychometricShape.LOGISTIC, 4, List.of());
        assertThat(model.parameterNames()).containsExactly("threshold", "slope", "lapse");
        assertThat(probabilities(model, new double[]{-1000}, 0, 1, 0.02)).containsExactly(new double[]{0.75,
                0.25}, within(1e-15));
    }

    @Test
    void furtherDimensionsShiftTheThreshold() {
        PsychometricModel plain = new PsychometricModel(PsychometricShape.WEIBULL, 2, List.of());
        PsychometricModel shifted = new PsychometricModel(PsychometricShape.WEIBULL, 2,
                List.of("eccentricity", "size"));
        assertThat(probabilities(shifted, new double[]{-14, 3, 2}, -20, 3, 0.02, 1.5, -0.5))
                .containsExactly(probabilities(plain, new double[]{-14}, -20 + 3 * 1.5 - 2 * 0.5, 3, 0.02));
    }
}
