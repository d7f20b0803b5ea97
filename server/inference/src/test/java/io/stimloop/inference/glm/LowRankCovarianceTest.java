package io.stimloop.inference.glm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.response.Link;
import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.random.Streams;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LowRankCovarianceTest {
    private static final int SIZE = 9;
    private static final int PADDED = Kernels.padded(SIZE);
    private static final double[] VARIANCES = {0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 2, 0.1};

    private final WeightCovariance low = new LowRankCovariance(VARIANCES, 4);
    private final WeightCovariance full = new FullCovariance(diagonal());
    private final UniformRandomProvider random = Streams.of(11, 0, 0);

    @Test
    void isTheFullOneWhileThereAreNoMoreTrialsThanItsRank() {
        for (int trial = 0; trial < 4; trial++) {
            double[] x = stimulus();
            observe(low, x, 0.7);
            observe(full, x, 0.7);
            low.addToVariances(0.01);
            full.addToVariances(0.01);
            assertThat(low.givenUp()).isEmpty();
        }
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                assertThat(low.get(i, j)).isCloseTo(full.get(i, j), Offset.offset(1e-13));
            }
        }
        assertThat(low.logDeterminant()).isCloseTo(full.logDeterminant(), Offset.offset(1e-12));
    }

    @Test
    void claimsNoMoreThanTheFullOneAndNoLessThanThePrior() {
        for (int trial = 0; trial < 60; trial++) {
            double[] x = stimulus();
            observe(low, x, 0.7);
            observe(full, x, 0.7);
            double[] y = stimulus();
            assertThat(variance(low, y)).isBetween(variance(full, y) * (1 - 1e-12),
                    variance(new LowRankCovariance(VARIANCES, 1), y));
        }
        assertThat(low.logDeterminant()).isGreaterThan(full.logDeterminant());
    }

    @Test
    void sayWhatItGaveUp() {
        for (int trial = 0; trial < 12; trial++) {
            double[] x = stimulus();
            double[] y = stimulus();
            double[] g = product(low, x);
            double before = variance(low, y);
            double factor = observe(low, x, 1);
            double[] lost = low.givenUp();
            double along = dot(g, y);
            double given = lost.length == 0 ? 0 : dot(lost, y);
            assertThat(variance(low, y)).isCloseTo(before + factor * along * along + given * given,
                    Percentage.withPercentage(1e-9));
            assertThat(lost.length == 0).isEqualTo(trial < 4);
        }
    }

    @Test
    void keepsTheDirectionInWhichMostWasLearned() {
        double[] often = new double[PADDED];
        often[3] = 1;
        for (int trial = 0; trial < 40; trial++) {
            observe(low, stimulus(), 0.05);
            observe(low, often, 1);
        }
        assertThat(low.get(3, 3)).isCloseTo(1 / (1 / 0.5 + 40), Percentage.withPercentage(15));
    }

    @Test
    void drawsHaveTheCovariance() {
        for (int trial = 0; trial < 9; trial++) {
            observe(low, stimulus(), 1);
        }
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < SIZE; k++) {
                    double[] unit = new double[SIZE];
                    unit[k] = 1;
                    double[] column = low.root(unit);
                    sum += column[i] * column[j];
                }
                assertThat(sum).isCloseTo(low.get(i, j), Offset.offset(1e-13));
            }
        }
    }

    @Test
    void aRestoredOneGoesOnWithTheSameBits() {
        for (int trial = 0; trial < 9; trial++) {
            observe(low, stimulus(), 1);
        }
        WeightCovariance restored = new LowRankCovariance(VARIANCES, 4);
        restored.restore(low.numbers(), 0);
        double[] x = stimulus();
        observe(low, x, 1);
        observe(restored, x, 1);
        assertThat(restored.numbers()).isEqualTo(low.numbers());
        double[] broken = low.numbers();
        broken[SIZE] = 5;
        assertThatIllegalArgumentException().isThrownBy(() -> restored.restore(broken, 0))
                .withMessageContaining("columns must be from 0 to 4");
    }

    @Test
    void whatIsCarriedFromTrialToTrialIsWhatTheBeliefSays() {
        double[][] candidates = Models.sphere(60, SIZE, 2, 5);
        GlmModel model = new GlmModel(Link.EXPONENTIAL, 1,
                new FilterPrior.Independent(new double[SIZE], 0.4), new GlmModel.Bias(true, 0.2, 0.5),
                GlmModel.Lags.NONE, GlmModel.Lags.NONE, 0.02);
        GlmBelief belief = new GlmBelief(model, 3);
        ResponsePredictor carried = belief.predictor(candidates, Question.INFORMATION);
        carried.refresh();
        for (int trial = 0; trial < 80; trial++) {
            belief.condition(candidates[random.nextInt(60)], new double[]{random.nextInt(5)});
            if (trial % 3 == 0) {
                carried.refresh();
            }
        }
        carried.refresh();
        ResponsePredictor fresh = belief.predictor(candidates, Question.INFORMATION);
        fresh.refresh();
        for (int i = 0; i < 60; i++) {
            assertThat(carried.newView().predict(i).informationNats())
                    .isCloseTo(fresh.newView().predict(i).informationNats(), Percentage.withPercentage(1e-7));
        }
    }

    private static Covariance diagonal() {
        Covariance covariance = new Covariance(SIZE);
        for (int i = 0; i < SIZE; i++) {
            covariance.set(i, i, VARIANCES[i]);
        }
        return covariance;
    }

    private double[] stimulus() {
        var normal = ZigguratSampler.NormalizedGaussian.of(random);
        double[] x = new double[PADDED];
        for (int i = 0; i < SIZE; i++) {
            x[i] = normal.sample();
        }
        return x;
    }

    /** Learns one count of an information; returns the factor of the change. */
    private static double observe(WeightCovariance covariance, double[] x, double information) {
        double[] g = product(covariance, x);
        double factor = -information / (1 + information * dot(g, x));
        covariance.learn(factor, g);
        return factor;
    }

    private static double[] product(WeightCovariance covariance, double[] x) {
        double[] g = new double[PADDED];
        covariance.multiply(x, g);
        return g;
    }

    private static double variance(WeightCovariance covariance, double[] x) {
        return dot(product(covariance, x), x);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < SIZE; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
