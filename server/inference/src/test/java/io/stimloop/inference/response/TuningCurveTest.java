package io.stimloop.inference.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TuningCurveTest {
    @Test
    void gaussianIsAsDeclared() {
        double[] g = profile(model(Shape.GAUSSIAN, Double.NaN, 2, 3), 5);
        assertThat(g).containsExactly(new double[]{StrictMath.exp(-9.0 / 18)}, offset(1e-15));
    }

    @Test
    void circularGaussianIsAsDeclaredAndWrapsAround() {
        TuningCurve model = model(Shape.CIRCULAR_GAUSSIAN, 360, 350, 30);
        double width = StrictMath.toRadians(30);
        double wanted = StrictMath.exp((StrictMath.cos(StrictMath.toRadians(20)) - 1) / (width * width));
        assertThat(profile(model, 10)[0]).isCloseTo(wanted, offset(1e-14));
        assertThat(profile(model, 370)[0]).isCloseTo(wanted, offset(1e-14));
        assertThat(profile(model, 330)[0]).isCloseTo(wanted, offset(1e-14));
        assertThat(profile(model, 350)[0]).isEqualTo(1);
    }

    @Test
    void circularGaussianOfAnOrientationRepeatsAfterHalfATurn() {
        TuningCurve model = model(Shape.CIRCULAR_GAUSSIAN, 180, 45, 20);
        assertThat(profile(model, 225)[0]).isCloseTo(1, offset(1e-13));
        assertThat(profile(model, 135)[0]).isLessThan(0.02);
    }

    @Test
    void bidirectionalHasASecondLobeHalfATurnAway() {
        TuningCurve model = model(Shape.BIDIRECTIONAL, 360, 90, 25);
        double width = StrictMath.toRadians(25);
        double overlap = StrictMath.exp(-2 / (width * width));
        // One preferred stimulus, one width, and 0, 0.5 and 1 for the height of the second lobe.
        assertThat(profile(model, 270)).containsExactly(
                new double[]{overlap, 0.5 + overlap, 1 + overlap}, offset(1e-14));
        assertThat(model.highestGain()).isCloseTo(1 + overlap, offset(1e-14));
        assertThat(model.highestRate()).isCloseTo(3 + 20 * (1 + overlap), offset(1e-12));
    }

    @Test
    void faultsNameTheFieldAndTheValue() {
        refused(Shape.GAUSSIAN, 360, axes(Shape.GAUSSIAN, 1, 1), "period: 360.0");
        refused(Shape.CIRCULAR_GAUSSIAN, Double.NaN, axes(Shape.GAUSSIAN, 1, 1), "period: NaN");
        refused(Shape.BIDIRECTIONAL, 360, axes(Shape.GAUSSIAN, 1, 1),
                "axes: [baseline, amplitude, preferred, width]");
        refused(Shape.GAUSSIAN, Double.NaN, axes(Shape.GAUSSIAN, 1, 0), "width.values[0]: 0.0");
        List<ParameterAxis> negative = axes(Shape.GAUSSIAN, 1, 1);
        negative.set(0, axis("baseline", -0.5, 2));
        refused(Shape.GAUSSIAN, Double.NaN, negative, "baseline.values[0]: -0.5");
        List<ParameterAxis> overdispersed = axes(Shape.GAUSSIAN, 1, 1);
        overdispersed.add(axis("dispersion", 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TuningCurve(Shape.GAUSSIAN, Double.NaN, overdispersed,
                        NoiseFamily.NEGATIVE_BINOMIAL, 0))
                .withMessageContaining("dispersion.values[0]: 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TuningCurve(Shape.GAUSSIAN, Double.NaN, axes(Shape.GAUSSIAN, 1, 1),
                        NoiseFamily.POISSON, -1))
                .withMessageContaining("countCeiling: -1");
    }

    private static void refused(Shape shape, double period, List<ParameterAxis> axes, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TuningCurve(shape, period, axes, NoiseFamily.POISSON, 0))
                .withMessageContaining(message);
    }

    private static double[] profile(TuningCurve model, double stimulus) {
        double[] g = new double[model.profileSize()];
        model.profile(stimulus, g, 0);
        return g;
    }

    private static TuningCurve model(Shape shape, double period, double preferred, double width) {
        return new TuningCurve(shape, period, axes(shape, preferred, width), NoiseFamily.POISSON, 0);
    }

    private static List<ParameterAxis> axes(Shape shape, double preferred, double width) {
        List<ParameterAxis> axes = new ArrayList<>(
                List.of(axis("baseline", 1, 3), axis("amplitude", 5, 10, 20),
                        axis("preferred", preferred), axis("width", width)));
        if (shape == Shape.BIDIRECTIONAL) {
            axes.add(axis("opposite", 0, 0.5, 1));
        }
        return axes;
    }

    private static ParameterAxis axis(String name, double... values) {
        return new ParameterAxis(name, values, Priors.flat(values.length));
    }
}
