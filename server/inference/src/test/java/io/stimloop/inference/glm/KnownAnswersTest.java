package io.stimloop.inference.glm;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.BallSearch;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.response.Link;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** One step of the update and one optimum, worked out by hand and by other programs. */
class KnownAnswersTest {
    @Test
    void oneStepOfTheUpdate() {
        GlmBelief belief = new GlmBelief(
                Models.of(Link.EXPONENTIAL, new double[]{0.2, -0.1, 0.05}, 0.5, 0.1, 0,
                        0.1, 0.4, 0.05, 0, 0.05, 0.3));
        belief.condition(new double[]{1, 2, -1}, new double[]{7});
        assertThat(belief.posterior(0).step()).isCloseTo(0.7255702335, Offset.offset(1e-10));
        double[] means = belief.parameters().stream().mapToDouble(p -> p.mean()).toArray();
        assertThat(means).containsExactly(new double[]{0.707899, 0.516735, -0.095114}, Offset.offset(1e-6));
    }

    @Test
    void theOptimumOnASphere() {
        GlmBelief belief = new GlmBelief(
                Models.of(Link.EXPONENTIAL, new double[]{0.5, 0}, 0.25, 0, 0, 1));
        BallSearch search = belief.predictor(new double[][]{{2, 0}}, Question.INFORMATION).ballSearch(2)
                .orElseThrow();
        assertThat(search.search(() -> true)).isTrue();
        assertThat(search.prediction().informationNats()).isCloseTo(1.035114, Offset.offset(1e-6));
        // The top is flat: the place is known less well than the height.
        assertThat(search.stimulus()[0]).isCloseTo(0.8827, Offset.offset(1e-3));
        assertThat(Math.abs(search.stimulus()[1])).isCloseTo(1.7947, Offset.offset(1e-3));
    }
}
