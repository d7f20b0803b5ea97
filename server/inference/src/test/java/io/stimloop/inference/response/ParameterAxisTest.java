package io.stimloop.inference.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ParameterAxisTest {
    private static void refused(double[] values, double[] prior, String... parts) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ParameterAxis("width", values, prior))
                .satisfies(e -> assertThat(e.getMessage()).contains(parts));
    }

    @Test
    void weightsAreHeldNormalised() {
        ParameterAxis axis = new ParameterAxis("width", new double[]{1, 2, 4}, new double[]{1, 0, 3});
        assertThat(axis.prior()).containsExactly(new double[]{0.25, 0, 0.75}, within(1e-15));
        assertThat(axis.size()).isEqualTo(3);
        assertThat(axis.first()).isEqualTo(1);
        assertThat(axis.last()).isEqualTo(4);
    }

    @Test
    void whatIsDoneToTheArgumentsLaterDoesNotMatter() {
        double[] values = {1, 2};
        double[] prior = {1, 1};
        ParameterAxis axis = new ParameterAxis("width", values, prior);
        values[0] = 7;
        prior[0] = 7;
        assertThat(axis.values()).containsExactly(1, 2);
        assertThat(axis.prior()).containsExactly(0.5, 0.5);
    }

    @Test
    void wrongValuesAreRefusedByNameAndValue() {
        refused(new double[0], new double[0], "width.values", "empty");
        refused(new double[]{1, Double.NaN}, new double[2], "width.values[1]", "NaN");
        refused(new double[]{Double.POSITIVE_INFINITY}, new double[1], "width.values[0]", "Infinity");
        refused(new double[]{1, 1}, new double[]{1, 1}, "width.values[1]", "1.0", "must exceed");
        refused(new double[]{1, 0.5}, new double[]{1, 1}, "width.values[1]", "0.5", "must exceed");
    }

    @Test
    void wrongWeightsAreRefusedByNameAndValue() {
        double[] values = {1, 2};
        refused(values, new double[]{1}, "width.prior", "1 weights for 2 values");
        refused(values, new double[]{1, -0.5}, "width.prior[1]", "-0.5");
        refused(values, new double[]{Double.NaN, 1}, "width.prior[0]", "NaN");
        refused(values, new double[]{0, 0}, "width.prior", "sum to 0.0");
        refused(values, new double[]{1, Double.POSITIVE_INFINITY}, "width.prior", "sum to Infinity");
    }
}
