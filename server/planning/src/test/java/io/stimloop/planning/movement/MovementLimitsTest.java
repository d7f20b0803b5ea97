package io.stimloop.planning.movement;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.planning.decision.Previous;
import io.stimloop.planning.decision.Reach;
import org.junit.jupiter.api.Test;

class MovementLimitsTest {
    private static final MovementLimits DIRECTION = new MovementLimits(new double[]{45}, new double[]{360});
    private static final MovementLimits PLACE = new MovementLimits(
            new double[]{0.1, Double.POSITIVE_INFINITY}, new double[]{Double.NaN, Double.NaN});

    @Test
    void aStepMayBeAsLongAsTheLimitAndNoLonger() {
        assertThat(PLACE.allow(new double[]{0.7, 0}, new double[]{0.8, 50})).as("rounding aside").isTrue();
        assertThat(PLACE.allow(new double[]{0.7, 0}, new double[]{0.801, 0})).isFalse();
        assertThat(PLACE.allow(new double[]{0.7, 0}, new double[]{0.599, 0})).isFalse();
    }

    @Test
    void onACircleTheShorterWayCounts() {
        assertThat(DIRECTION.allow(new double[]{350}, new double[]{10})).isTrue();
        assertThat(DIRECTION.allow(new double[]{0}, new double[]{315})).isTrue();
        assertThat(DIRECTION.allow(new double[]{0}, new double[]{314})).isFalse();
        assertThat(DIRECTION.allow(new double[]{-90}, new double[]{270})).as("the same angle").isTrue();
    }

    @Test
    void anythingMayComeFirst() {
        assertThat(DIRECTION.allow(new double[0], new double[]{180})).isTrue();
    }

    @Test
    void reachIsAboutTheCandidates() {
        Reach reach = DIRECTION.of(new double[][]{{0}, {90}, {330}});
        Previous previous = Previous.presented(new double[]{20});
        assertThat(reach.allows(0, previous)).isTrue();
        assertThat(reach.allows(1, previous)).isFalse();
        assertThat(reach.allows(2, previous)).as("50 degrees").isFalse();
        assertThat(reach.allows(1, Previous.NONE)).isTrue();
    }

    @Test
    void withoutALimitAllMayFollow() {
        MovementLimits none = new MovementLimits(new double[]{Double.POSITIVE_INFINITY},
                new double[]{Double.NaN});
        assertThat(none.any()).isFalse();
        assertThat(none.of(new double[][]{{0}})).isSameAs(Reach.ANY);
    }
}
