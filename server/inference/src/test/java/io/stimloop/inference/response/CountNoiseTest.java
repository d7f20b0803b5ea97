package io.stimloop.inference.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountNoiseTest {
    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 0.3, 1, 7.5, 40})
    void withoutDispersionCountsArePoisson(double rate) {
        CountNoise noise = new CountNoise(0);
        double wanted = StrictMath.exp(-rate);
        for (int count = 0; count < 100; count++) {
            assertThat(StrictMath.exp(noise.logProbability(count, rate))).isCloseTo(wanted,
                    offset(1e-12 * wanted));
            wanted *= rate / (count + 1);
        }
    }

    @Test
    void withDispersionOneCountsAreGeometric() {
        double rate = 3.2;
        double success = 1 / (1 + rate);
        for (int count = 0; count < 60; count++) {
            double wanted = StrictMath.log(success) + count * StrictMath.log(1 - success);
            assertThat(new CountNoise(1).logProbability(count, rate)).isCloseTo(wanted, offset(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0.01", "0, 30", "1e-6, 30", "0.05, 12", "0.5, 100", "3, 5"})
    void meanAndVarianceAreAsDeclared(double dispersion, double rate) {
        CountNoise noise = new CountNoise(dispersion);
        double[] p = new double[noise.symbols(rate, 1e-15)];
        noise.fill(rate, p, p.length);
        double mean = 0;
        double square = 0;
        for (int count = 0; count < p.length; count++) {
            mean += count * p[count];
            square += (double) count * count * p[count];
        }
        assertThat(Arrays.stream(p).sum()).isCloseTo(1, offset(1e-12));
        assertThat(mean).isCloseTo(rate, offset(1e-10 * rate));
        double variance = rate + dispersion * rate * rate;
        assertThat(square - mean * mean).isCloseTo(variance, offset(1e-8 * variance));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.2", "10, 3", "10, 10", "10, 40", "40, 1", "300, 250"})
    void tailsAgreeWithTheIncompleteGammaAndBetaFunctions(int least, double rate) {
        double poisson = StrictMath.log(RegularizedGamma.P.value(least, rate));
        assertThat(new CountNoise(0).logTail(least, rate)).isCloseTo(poisson,
                offset(1e-11 * (1 + Math.abs(poisson))));
        double dispersion = 0.2;
        double failure = dispersion * rate / (1 + dispersion * rate);
        double negativeBinomial = StrictMath.log(RegularizedBeta.value(failure, least, 1 / dispersion));
        assertThat(new CountNoise(dispersion).logTail(least, rate)).isCloseTo(negativeBinomial,
                offset(1e-11 * (1 + Math.abs(negativeBinomial))));
    }

    @Test
    void probabilityOfHugeCountsIsFiniteAndContinuous() {
        CountNoise noise = new CountNoise(0.1);
        double below = noise.logProbability(4096, 100) - noise.logProbability(4095, 100);
        double across = noise.logProbability(4097, 100) - noise.logProbability(4096, 100);
        assertThat(across).isCloseTo(below, offset(1e-5));
        assertThat(noise.logProbability(Integer.MAX_VALUE, 100)).isFinite().isNegative();
    }
}
