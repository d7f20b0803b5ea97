package io.stimloop.inference.glm;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.numerics.random.Streams;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Priors of a filter: what they write down, its determinant and its draws agree. */
class FilterPriorTest {
    private static final List<FilterPrior> PRIORS = List.of(
            new FilterPrior.Independent(new double[]{1, 2, 3, 4, 5}, 0.3),
            new FilterPrior.LowRank(new double[5], 0.2,
                    new double[][]{{1, 0.5, 0, 0, -1}, {0, 0.3, 2, 1, 0}}),
            new FilterPrior.Blocks(new double[]{0, 0, 1, 0, 0}, List.of(
                    new CovarianceBlock(2, new double[]{1, 0.4, 0.4, 0.5}),
                    new CovarianceBlock(3, new double[]{2, 0.1, 0, 0.1, 1, -0.3, 0, -0.3, 1}))));

    @Test
    void determinantsAndVariancesAreThoseOfTheMatrix() {
        for (FilterPrior prior : PRIORS) {
            Covariance covariance = new Covariance(5);
            prior.fill(covariance);
            assertThat(prior.logDeterminant()).isCloseTo(new Factorised(covariance).logDeterminant(),
                    Offset.offset(1e-12));
            for (int i = 0; i < 5; i++) {
                assertThat(prior.variance(i)).isCloseTo(covariance.get(i, i), Offset.offset(1e-15));
            }
        }
    }

    @Test
    void drawsHaveTheMomentsOfThePrior() {
        int draws = 40_000;
        for (FilterPrior prior : PRIORS) {
            Covariance covariance = new Covariance(5);
            prior.fill(covariance);
            UniformRandomProvider random = Streams.of(8, 0, 0);
            double[] weights = new double[5];
            double mean = 0;
            double product = 0;
            for (int n = 0; n < draws; n++) {
                prior.draw(random, weights);
                mean += weights[3] / draws;
                product += (weights[2] - prior.mean()[2]) * (weights[3] - prior.mean()[3]) / draws;
            }
            assertThat(mean).isCloseTo(prior.mean()[3], Offset.offset(0.04));
            assertThat(product).isCloseTo(covariance.get(2, 3), Offset.offset(0.08));
        }
    }
}
