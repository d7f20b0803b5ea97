package io.stimloop.inference.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DensitiesTest {
    private static final int DRAWS = 20_000;

    /** {@code sqrt(n) D} above it has a chance of 1e-6 (Kolmogorov 1933). */
    private static final double KOLMOGOROV = 2.7;

    /**
     * A density, and its logarithm at a place.
     *
     * @param expected by SciPy 1.x, {@code scipy.stats.*.logpdf}; for truncated ones less the log of the difference of cdf
     */
    record Case(String name, Density density, double at, double expected) {}

    private static List<Case> cases() {
        Density normal = Densities.normal(3, 2.5);
        return List.of(new Case("uniform", Densities.uniform(-2, 5), 1, -1.9459101490553132),
                new Case("log-uniform", Densities.logUniform(0.5, 40), 3, -2.5761236080232504),
                new Case("normal", normal, -1, -3.115229265078828),
                new Case("half-normal", Densities.halfNormal(4), 5, -2.3933357137646176),
                new Case("log-normal", Densities.logNormal(12, 0.7), 5, -2.9537887568878283),
                new Case("gamma", Densities.gamma(2.5, 3), 4, -2.2851053837966906),
                new Case("steep gamma", Densities.gamma(0.2, 3), 0.004, 2.672049120792058),
                new Case("beta", Densities.beta(2, 5), 0.3, 0.7705248015812898),
                new Case("steep beta", Densities.beta(0.5, 0.2), 0.9, 0.05918681340033238),
                new Case("periodic", Densities.periodic(360, 30, 3), 100, -6.445351223286569),
                new Case("flat periodic", Densities.periodic(360, 30, 0), 100, -5.886104031450156),
                new Case("normal part", Densities.truncated(normal, 4, 20), 6, -1.4897952158740697),
                new Case("normal tail", Densities.truncated(Densities.normal(0, 1), 8, 12), 8.3,
                        -0.3505013732901219),
                new Case("gamma part", Densities.truncated(Densities.gamma(2.5, 3), 1, 9), 4,
                        -1.897277266458204),
                new Case("beta part", Densities.truncated(Densities.beta(0.5, 0.2), 0.6, 3), 0.9,
                        0.4288554471934916),
                new Case("half-normal part", Densities.truncated(Densities.halfNormal(4), -3, 7), 5,
                        -2.3098254946777725),
                new Case("log-normal part", Densities.truncated(Densities.logNormal(12, 0.7), 2, 30), 5,
                        -2.8478634117316157),
                new Case("log-uniform part", Densities.truncated(Densities.logUniform(0.5, 40), 1, 10), 3,
                        -1.9326447339160653),
                new Case("uniform part", Densities.truncated(Densities.uniform(-2, 5), 0, 40), 3,
                        -1.6094379124341003));
    }

    private static double[] draws(Density density) {
        UniformRandomProvider random = Streams.of(11, 0, 0);
        double[] draws = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            draws[i] = density.sample(random);
        }
        return draws;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aDensityIsThatOfTheReference(Case known) {
        assertThat(known.density.logDensity(known.at)).isCloseTo(known.expected, within(1e-12));
    }

    /** The distribution function between two draws, by a fine sum over the density, against their ranks. */
    @ParameterizedTest
    @MethodSource("cases")
    void drawsAreDistributedAsTheDensitySays(Case known) {
        double[] sorted = draws(known.density);
        Arrays.sort(sorted);
        double[] below = new double[DRAWS];
        for (int i = 1; i < DRAWS; i++) {
            below[i] = below[i - 1] + integral(known.density, sorted[i - 1], sorted[i]);
        }
        double whole = below[DRAWS - 1];
        assertThat(whole).isBetween(0.995, 1.0001);
        double farthest = 0;
        for (int i = 0; i < DRAWS; i++) {
            farthest = Math.max(farthest, Math.abs((i + 0.5) / DRAWS - below[i] / whole));
        }
        assertThat(farthest * Math.sqrt(DRAWS)).isLessThan(KOLMOGOROV);
    }

    /** Simpson's rule on the scale of the logarithm of the distance from 0 or 1, where densities may be infinite. */
    private static double integral(Density density, double from, double to) {
        if (from <= 0 || density.lower() < 0) {
            double middle = (from + to) / 2;
            return (to - from) / 6 * (StrictMath.exp(density.logDensity(from))
                    + 4 * StrictMath.exp(density.logDensity(middle))
                    + StrictMath.exp(density.logDensity(to)));
        }
        boolean odds = density.upper() == 1;
        double left = odds ? StrictMath.log(from) - StrictMath.log1p(-from) : StrictMath.log(from);
        double right = odds ? StrictMath.log(to) - StrictMath.log1p(-to) : StrictMath.log(to);
        double sum = 0;
        for (int i = 0; i <= 4; i++) {
            double place = left + (right - left) * i / 4;
            double value = odds ? 1 / (1 + StrictMath.exp(-place)) : StrictMath.exp(place);
            double inside = Math.clamp(value, from, to);
            double stretch = odds ? inside * (1 - inside) : inside;
            double weight = i == 0 || i == 4 ? 1 : i == 2 ? 2 : 4;
            sum += weight * stretch * StrictMath.exp(density.logDensity(inside));
        }
        return sum * (right - left) / 12;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void drawsLieWhereThereIsADensity(Case known) {
        Density density = known.density;
        for (double value : draws(density)) {
            assertThat(value).isBetween(density.lower(), density.upper());
            assertThat(density.logDensity(value)).isFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSameStreamDrawsTheSameNumbers(Case known) {
        assertThat(draws(known.density)).isEqualTo(draws(known.density));
    }

    @Test
    void outsideItsEndsADensityIsNothing() {
        Stream.of(Densities.uniform(1, 2), Densities.logUniform(1, 2),
                Densities.truncated(Densities.normal(0, 3), 1, 2)).forEach(density -> {
                    assertThat(density.logDensity(0.999)).isEqualTo(Double.NEGATIVE_INFINITY);
                    assertThat(density.logDensity(2.001)).isEqualTo(Double.NEGATIVE_INFINITY);
                    assertThat(density.lower()).isEqualTo(1);
                    assertThat(density.upper()).isEqualTo(2);
                });
        Stream.of(Densities.gamma(2, 1), Densities.halfNormal(1), Densities.logNormal(1, 1),
                Densities.beta(2, 2)).forEach(density -> {
                    assertThat(density.logDensity(-1e-3)).isEqualTo(Double.NEGATIVE_INFINITY);
                    assertThat(density.logDensity(Double.POSITIVE_INFINITY))
                            .isEqualTo(Double.NEGATIVE_INFINITY);
                });
    }

    @Test
    void aPeriodicDensityRepeatsAndIsNormalisedOverATurn() {
        Density density = Densities.periodic(10, 9, 4);
        assertThat(density.period()).isEqualTo(10);
        assertThat(density.logDensity(1)).isCloseTo(density.logDensity(31), within(1e-12));
        double mass = 0;
        for (int i = 0; i < 1000; i++) {
            mass += StrictMath.exp(density.logDensity(i / 100.0)) / 100;
        }
        assertThat(mass).isCloseTo(1, within(1e-12));
    }

    @Test
    void aDensityThatBeginsAtItsEndHasItsValueThere() {
        assertThat(Densities.beta(1, 20).logDensity(0)).isCloseTo(StrictMath.log(20), within(1e-13));
        assertThat(Densities.beta(3, 1).logDensity(1)).isCloseTo(StrictMath.log(3), within(1e-13));
        assertThat(Densities.gamma(1, 4).logDensity(0)).isCloseTo(-StrictMath.log(4), within(1e-13));
        assertThat(Densities.beta(2, 2).logDensity(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Densities.beta(0.5, 2).logDensity(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Densities.gamma(0.5, 2).logDensity(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void argumentsOutOfTheirRangeAreNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> Densities.uniform(3, 3))
                .withMessage("to: 3.0 must exceed from (3.0)");
        assertThatIllegalArgumentException().isThrownBy(() -> Densities.normal(Double.NaN, 1))
                .withMessage("mean: NaN must be finite");
        assertThatIllegalArgumentException().isThrownBy(() -> Densities.gamma(0.01, 1))
                .withMessage("shape: 0.01 must be at least 0.1");
        assertThatIllegalArgumentException().isThrownBy(() -> Densities.logUniform(0, 1))
                .withMessage("from: 0.0 must be above 0");
        assertThatIllegalArgumentException().isThrownBy(() -> Densities.periodic(360, 0, -1))
                .withMessage("concentration: -1.0 must be 0 or more");
    }

    @Test
    void aTruncationThatLeavesNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Densities.truncated(Densities.beta(2, 2), 1, 4))
                .withMessageContaining("holds none of the density, which reaches from 0.0 to 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Densities.truncated(Densities.normal(0, 1), 60, 80))
                .withMessageContaining("holds none of the density's mass");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Densities.truncated(Densities.periodic(1, 0, 1), 0, 1))
                .withMessageContaining("cannot be cut off");
    }

    @Test
    void aNarrowPeakInAWideRangeIsFound() {
        Density density = Densities.truncated(Densities.normal(3e5, 1e-3), -1e12, 1e12);
        assertThat(density.logDensity(3e5)).isCloseTo(-StrictMath.log(1e-3) - 0.9189385332046727,
                within(1e-6));
        assertThat(density.sample(Streams.of(1, 2, 3))).isCloseTo(3e5, within(0.01));
    }
}
