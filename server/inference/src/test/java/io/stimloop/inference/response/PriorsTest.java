package io.stimloop.inference.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PriorsTest {
    private static final int SEEDS = 30;

    private static double mean(double[] values, double[] weights) {
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += values[i] * weights[i];
        }
        return mean;
    }

    private static double sd(double[] values, double[] weights) {
        double mean = mean(values, weights);
        return Math.sqrt(mean(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).toArray(), weights));
    }

    /** Values that are dense in one place and sparse in another. */
    private static double[] uneven(UniformRandomProvider random, double from, double to, int count) {
        double bend = 1 + 2 * random.nextDouble();
        return Arrays.stream(Levels.linear(0, 1, count))
                .map(x -> from + (to - from) * StrictMath.pow(x, bend)).toArray();
    }

    @Test
    void aNormalPriorDoesNotDependOnTheSpacingOfTheValues() {
        for (long seed = 0; seed < SEEDS; seed++) {
            UniformRandomProvider random = Streams.of(seed, 0, 0);
            double mean = 20 * random.nextDouble() - 10;
            double sd = 0.5 + 3 * random.nextDouble();
            double[] values = uneven(random, mean - 6 * sd, mean + 7 * sd, 100 + random.nextInt(100));
            double[] weights = Priors.normal(values, mean, sd);
            assertThat(Arrays.stream(weights).sum()).as("seed %d", seed).isCloseTo(1, within(1e-12));
            assertThat(mean(values, weights)).as("seed %d", seed).isCloseTo(mean, within(0.02 * sd));
            assertThat(sd(values, weights)).as("seed %d", seed).isCloseTo(sd, within(0.02 * sd));
        }
    }

    @Test
    void aLogNormalPriorDoesNotDependOnTheSpacingOfTheValues() {
        for (long seed = 0; seed < SEEDS; seed++) {
            UniformRandomProvider random = Streams.of(seed, 0, 0);
            double median = 1 + 20 * random.nextDouble();
            double logSd = 0.2 + 0.5 * random.nextDouble();
            double from = median * StrictMath.exp(-5 * logSd);
            double to = median * StrictMath.exp(5 * logSd);
            double wanted = median * StrictMath.exp(logSd * logSd / 2);
            double wantedSd = wanted * Math.sqrt(StrictMath.expm1(logSd * logSd));
            double[] coarse = Levels.logarithmic(from, to, 100);
            double[] fine = uneven(random, from, to, 4000);
            for (double[] values : new double[][]{coarse, fine}) {
                double[] weights = Priors.logNormal(values, median, logSd);
                assertThat(mean(values, weights)).as("seed %d, %d values", seed, values.length)
                        .isCloseTo(wanted, within(0.02 * wanted));
                assertThat(sd(values, weights)).as("seed %d, %d values", seed, values.length)
                        .isCloseTo(wantedSd, within(0.02 * wantedSd));
            }
        }
    }

    @Test
    void aFlatPriorAndThePriorOfOneValueAreWhatTheySay() {
        assertThat(Priors.flat(4)).containsExactly(0.25, 0.25, 0.25, 0.25);
        assertThat(Priors.normal(new double[]{3}, 3.5, 1)).containsExactly(1);
        assertThat(Priors.logNormal(new double[]{3}, 3.5, 1)).containsExactly(1);
    }

    @Test
    void aPriorWithoutMassIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Priors.normal(new double[]{1, 2, 3}, 1000, 0.1))
                .withMessageContaining("prior").withMessageContaining("1.0").withMessageContaining("3.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Priors.logNormal(new double[]{1, 2, 3}, 1e9, 0.1))
                .withMessageContaining("prior: no mass");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aSpreadThatIsNoneIsRefusedByNameAndValue(double spread) {
        double[] values = {1, 2};
        assertThatIllegalArgumentException().isThrownBy(() -> Priors.normal(values, 1, spread))
                .withMessageContaining("sd: " + spread);
        assertThatIllegalArgumentException().isThrownBy(() -> Priors.logNormal(values, 1, spread))
                .withMessageContaining("logSd: " + spread);
        assertThatIllegalArgumentException().isThrownBy(() -> Priors.logNormal(values, spread, 1))
                .withMessageContaining("median: " + spread);
    }

    @Test
    void centresAndValuesOutOfRangeAreRefusedByNameAndValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> Priors.normal(new double[]{1}, Double.NaN, 1))
                .withMessageContaining("mean: NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> Priors.logNormal(new double[]{0, 1}, 1, 1))
                .withMessageContaining("values[0]: 0.0");
    }

    @Test
    void theWeightsOfADensityAreThoseOfTheNormalThatItIs() {
        double[] values = {-3, -1, 0, 0.5, 4};
        double[] weights = Priors.of(values, Densities.normal(0.2, 1.5));
        double[] expected = Priors.normal(values, 0.2, 1.5);
        for (int i = 0; i < values.length; i++) {
            assertThat(weights[i]).isCloseTo(expected[i], within(1e-15));
        }
    }

    @Test
    void theWeightsOfADensityAreItsMassPerCell() {
        assertThat(Priors.of(new double[]{0, 0.5, 1}, Densities.beta(1, 3)))
                .containsExactly(new double[]{0.8, 0.2, 0}, within(1e-14));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Priors.of(new double[]{5, 6}, Densities.uniform(0, 4)))
                .withMessageContaining("no mass on any value from 5.0 to 6.0");
    }
}
