package io.stimloop.inference.glm;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.response.Link;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Expectations over eta, against a quadrature of 40,000 steps. */
class NormalExpectationsTest {
    private static final double[] MEANS = {-60, -20, -3, -0.4, 0, 1.7, 6, 25};
    private static final double[] VARIANCES = {1e-12, 1e-4, 0.05, 0.24, 0.26, 1, 1.3, 3.9, 20, 200};
    private static final double REACH = 40;
    private static final int STEPS = 40_000;

    @ParameterizedTest
    @EnumSource(Link.class)
    void informationIsThatOfFineQuadratureInEveryRegime(Link link) {
        NormalExpectations expectations = new NormalExpectations(link);
        for (double m : MEANS) {
            for (double v : VARIANCES) {
                double expected = mean(m, v, eta -> 0.5 * StrictMath.log1p(v * information(link, eta)));
                assertThat(expectations.informationNats(m, v)).as("m %s, v %s", m, v).isCloseTo(expected,
                        Percentage.withPercentage(5e-6));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Link.class)
    void shrinkageIsThatOfFineQuadrature(Link link) {
        NormalExpectations expectations = new NormalExpectations(link);
        for (double m : MEANS) {
            for (double v : VARIANCES) {
                double expected = mean(m, v,
                        eta -> information(link, eta) / (1 + v * information(link, eta)));
                assertThat(expectations.shrinkage(m, v)).as("m %s, v %s", m, v).isCloseTo(expected,
                        Percentage.withPercentage(0.02));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Link.class)
    void momentsOfTheRateAndItsPlaceToALevelAreThoseOfFineQuadrature(Link link) {
        NormalExpectations expectations = new NormalExpectations(link);
        for (double m : new double[]{-3, 0, 1.7}) {
            for (double v : new double[]{0.01, 0.3, 1}) {
                double mean = mean(m, v, link::rate);
                assertThat(expectations.meanRate(m, v)).isCloseTo(mean, Percentage.withPercentage(1e-6));
                double variance = mean(m, v, eta -> (link.rate(eta) - mean) * (link.rate(eta) - mean));
                assertThat(expectations.varianceOfRate(m, v)).isCloseTo(variance,
                        Percentage.withPercentage(1e-4));
                double above = mean(m, v, eta -> link.rate(eta) > 1 ? 1 : 0);
                assertThat(LevelExpectations.probabilityAbove(link, m, v, 1)).isCloseTo(above,
                        Offset.offset(1e-3));
                double excess = mean(m, v, eta -> Math.max(0, link.rate(eta) - 1));
                assertThat(LevelExpectations.expectedExcess(link, m, v, 1)).isCloseTo(excess,
                        Offset.offset(1e-5));
            }
        }
    }

    /** As defined, with nothing lost where rates are small. */
    private static double information(Link link, double eta) {
        double e = StrictMath.exp(eta);
        double slope = e / (1 + e);
        return link == Link.EXPONENTIAL ? e : slope * slope / StrictMath.log1p(e);
    }

    private static double mean(double m, double v, DoubleUnaryOperator of) {
        double step = 2 * REACH / STEPS;
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < STEPS; i++) {
            double z = (i + 0.5) * step - REACH;
            double weight = StrictMath.exp(-0.5 * z * z);
            sum += weight * of.applyAsDouble(m + StrictMath.sqrt(v) * z);
            weights += weight;
        }
        return sum / weights;
    }
}
