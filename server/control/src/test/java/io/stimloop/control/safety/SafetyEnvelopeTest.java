package io.stimloop.control.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What is let out, and what is not. */
class SafetyEnvelopeTest {
    private final SafetyEnvelope ball = new SafetyEnvelope(new double[]{-5, -5}, new double[]{5, 5}, 5,
            LightLimits.atMost(2));

    @Test
    void aStimulusIsNoLongerThanTheGreatestLength() {
        assertThat(ball.admits(new double[]{3, 4})).isTrue();
        assertThat(ball.admits(new double[]{3, 4.001})).isFalse();
        assertThat(ball.admits(new double[]{4, 4})).isFalse();
        assertThat(ball.admits(new double[]{})).isTrue();
    }

    @Test
    void roundingOfTheLengthIsForgivenAndNoMore() {
        assertThat(ball.admits(new double[]{3, 4 + 4e-9})).isTrue();
        assertThat(ball.admits(new double[]{3, 4 + 1e-8})).isFalse();
    }

    @Test
    void limitsOfTheDimensionsHoldBesides() {
        SafetyEnvelope narrow = new SafetyEnvelope(new double[]{-1, -5}, new double[]{1, 5}, 5,
                LightLimits.atMost(2));
        assertThat(narrow.admits(new double[]{2, 0})).isFalse();
        assertThat(narrow.admits(new double[]{1, 4.5})).isTrue();
    }

    @Test
    void whatIsNoNumberIsOutside() {
        assertThat(ball.admits(new double[]{Double.NaN, 0})).isFalse();
        assertThat(ball.admitsSquaredNorm(Double.NaN)).isFalse();
        assertThatThrownBy(() -> new SafetyEnvelope(new double[]{0}, new double[]{1}, 0, LightLimits.NONE))
                .hasMessageContaining("maxNorm");
    }

    @Test
    void withoutAGreatestLengthOnlyTheDimensionsCount() {
        SafetyEnvelope box = new SafetyEnvelope(new double[]{-5, -5}, new double[]{5, 5});
        assertThat(box.admits(new double[]{5, 5})).isTrue();
        assertThat(box.maxNorm()).isInfinite();
    }

    @Test
    void noMoreValuesThanAllowedDifferFromZero() {
        SafetyEnvelope one = new SafetyEnvelope(new double[]{0, 0}, new double[]{5, 5},
                Double.POSITIVE_INFINITY, LightLimits.atMost(1));
        assertThat(one.admits(new double[]{0, 5})).isTrue();
        assertThat(one.admits(new double[]{0, 0})).isTrue();
        assertThat(one.admits(new double[]{0.1, 5})).isFalse();
        assertThat(one.light().mostOn()).isEqualTo(1);
        assertThatThrownBy(() -> LightLimits.atMost(0))
                .hasMessageContaining("mostOn");
    }
}
