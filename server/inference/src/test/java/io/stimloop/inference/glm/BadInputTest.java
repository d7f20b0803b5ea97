package io.stimloop.inference.glm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.response.Link;
import io.stimloop.numerics.random.Streams;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever comes in, the belief stays finite and proper. */
class BadInputTest {
    private static final double[][] CANDIDATES = Models.sphere(20, 5, 2, 1);

    @ParameterizedTest
    @EnumSource(Link.class)
    void countsOfZeroForAThousandTrials(Link link) {
        GlmBelief belief = new GlmBelief(Models.whole(link, 2, 5, 0));
        for (int trial = 0; trial < 1000; trial++) {
            belief.condition(CANDIDATES[trial % 20], new double[2]);
        }
        requireProper(belief);
        assertThat(belief.warnings()).hasSize(2).first().asString().startsWith("neuron 1, bias: lies ");
    }

    @ParameterizedTest
    @EnumSource(Link.class)
    void enormousCounts(Link link) {
        GlmBelief belief = new GlmBelief(Models.whole(link, 2, 5, 0.01));
        UniformRandomProvider random = Streams.of(1, 1, 1);
        for (int trial = 0; trial < 200; trial++) {
            double bound = belief.condition(CANDIDATES[random.nextInt(20)],
                    new double[]{100_000, random.nextInt(100_000)});
            assertThat(bound).isNotNaN();
        }
        requireProper(belief);
    }

    @ParameterizedTest
    @CsvSource({"EXPONENTIAL,0.1", "SOFT_RECTIFIED,0.1", "EXPONENTIAL,1e6", "SOFT_RECTIFIED,1e6"})
    void aStimulusRepeatedTenThousandTimes(Link link, double variance) {
        GlmBelief belief = new GlmBelief(Models.plain(link, 5, variance));
        UniformRandomProvider random = Streams.of(2, 1, 1);
        for (int trial = 0; trial < 10_000; trial++) {
            belief.condition(CANDIDATES[0], new double[]{random.nextInt(7)});
        }
        requireProper(belief);
        assertThat(belief.curve(new double[][]{CANDIDATES[0]}).getFirst().mean()).isBetween(2.9, 3.1);
    }

    @ParameterizedTest
    @EnumSource(Link.class)
    void collinearStimuliAndOneOfLengthZero(Link link) {
        GlmBelief belief = new GlmBelief(Models.plain(link, 5, 1e4));
        for (int trial = 0; trial < 3000; trial++) {
            double[] stimulus = CANDIDATES[0].clone();
            for (int i = 0; i < 5; i++) {
                stimulus[i] *= (trial % 5 - 2) * 0.5;
            }
            belief.condition(stimulus, new double[]{trial % 5});
        }
        requireProper(belief);
        assertThat(belief.warnings()).singleElement().asString()
                .startsWith("filter: 3000 trials told of about 1 of its 5 directions");
    }

    @Test
    void anOrdinaryCellIsNoReasonToWarn() {
        GlmModel model = Models.plain(Link.EXPONENTIAL, 5, 0.1);
        UniformRandomProvider random = Streams.of(4, 1, 1);
        var truth = new GlmSource(model).drawTruth(random);
        GlmBelief belief = new GlmBelief(model);
        double[] count = new double[1];
        for (int trial = 0; trial < 500; trial++) {
            truth.respond(CANDIDATES[trial % 20], random, count);
            belief.condition(CANDIDATES[trial % 20], count);
        }
        assertThat(belief.warnings()).isEmpty();
    }

    @Test
    void aSingularPriorIsRefusedWithWords() {
        assertThatThrownBy(() -> new CovarianceBlock(2, new double[]{1, 1, 1, 1}))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("singular");
        assertThatThrownBy(() -> new CovarianceBlock(2, new double[]{1, 2, 2, 1}))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("not positive definite");
    }

    private static void requireProper(GlmBelief belief) {
        for (int unit = 0; unit < belief.units(); unit++) {
            for (ParameterSummary parameter : belief.parameters(unit)) {
                assertThat(parameter.mean()).isFinite();
                assertThat(parameter.sd()).isFinite().isPositive();
            }
            assertThat(belief.draw(unit, Streams.of(1, 2, 3))).doesNotContain(Double.NaN);
        }
        assertThat(belief.entropyNats()).isFinite();
        var predictor = belief.predictor(CANDIDATES, Question.INFORMATION);
        predictor.refresh();
        for (int i = 0; i < CANDIDATES.length; i++) {
            assertThat(predictor.newView().predict(i).informationNats()).isFinite().isNotNegative();
        }
        predictor.ballSearch(2).ifPresent(search -> {
            assertThat(search.search(() -> true)).isTrue();
            assertThat(search.prediction().informationNats()).isFinite();
            assertThat(search.stimulus()).doesNotContain(Double.NaN);
        });
        double mid = belief.forecast(CANDIDATES[1]).midProbability(0, 3);
        assertThat(mid).isBetween(0.0, 1.0);
    }
}
