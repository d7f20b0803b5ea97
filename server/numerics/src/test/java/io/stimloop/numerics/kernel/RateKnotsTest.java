package io.stimloop.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateKnotsTest {
    private static final double[] FRACTIONS = {0, 0.001, 0.13, 0.5, 0.77, 1};

    @ParameterizedTest
    @CsvSource({"0, 40", "0.2, 20.2", "3, 3", "0.5, 500"})
    void stencilsOfAllRatesLieWithinTheKnots(double lowest, double highest) {
        RateKnots knots = RateKnots.covering(lowest, highest);
        Stencils stencils = stencils(knots, lowest, highest);
        for (int i = 0; i < FRACTIONS.length; i++) {
            assertThat(stencils.first(i)).isBetween(0, knots.count() - RateKnots.STENCIL);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 40", "0.2, 20.2", "0.5, 500"})
    void interpolationBetweenTheKnotsGivesBackCountProbabilitiesAndEntropyTerms(double lowest,
            double highest) {
        RateKnots knots = RateKnots.covering(lowest, highest);
        Stencils stencils = stencils(knots, lowest, highest);
        for (int k = 0; k < FRACTIONS.length; k++) {
            double rate = rate(lowest, highest, k);
            double probability = 0;
            double entropyTerm = 0;
            for (int i = 0; i < RateKnots.STENCIL; i++) {
                double knot = knots.rate(stencils.first(k) + i);
                double weight = stencils.weight(k, i);
                probability += weight * StrictMath.exp(-knot) * knot * knot * knot / 6;
                entropyTerm -= weight * knot * StrictMath.log(knot) * StrictMath.exp(-knot / 100);
            }
            assertThat(probability).isCloseTo(StrictMath.exp(-rate) * rate * rate * rate / 6, offset(1e-9));
            assertThat(entropyTerm).isCloseTo(-rate * StrictMath.log(rate) * StrictMath.exp(-rate / 100),
                    offset(1e-8));
        }
    }

    @Test
    void ratesOfTheKnotsRise() {
        RateKnots knots = RateKnots.covering(0, 1000);
        for (int i = 1; i < knots.count(); i++) {
            assertThat(knots.rate(i)).isGreaterThan(knots.rate(i - 1));
        }
    }

    private static Stencils stencils(RateKnots knots, double lowest, double highest) {
        double[] rates = new double[FRACTIONS.length];
        for (int k = 0; k < rates.length; k++) {
            rates[k] = rate(lowest, highest, k);
        }
        Stencils stencils = new Stencils(rates.length);
        stencils.place(rates, 0, rates.length, 0, knots);
        return stencils;
    }

    private static double rate(double lowest, double highest, int k) {
        return Math.max(lowest + FRACTIONS[k] * (highest - lowest), RateKnots.LOWEST_RATE);
    }
}
