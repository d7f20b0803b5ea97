package io.stimloop.inference.glm;

import io.stimloop.inference.belief.DrawnCurves;
import io.stimloop.inference.response.Link;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DrawCurveTest {
    private static final double[][] STIMULI = Models.sphere(5, 4, 1, 3);

    @ParameterizedTest
    @EnumSource(Link.class)
    void drawnCurvesHaveThePredictedMomentsAfterEarlierCounts(Link link) {
        GlmBelief belief = new GlmBelief(Models.whole(link, 2, 4, 0));
        DrawnCurves.areOfOneFunction(belief, 0, STIMULI[0]);
        for (int trial = 0; trial < 8; trial++) {
            belief.condition(STIMULI[trial % 5], new double[]{trial % 3, trial % 2});
        }
        DrawnCurves.haveThePredictedMoments(belief, 0, STIMULI);
        DrawnCurves.haveThePredictedMoments(belief, 1, STIMULI);
    }
}
