package io.stimloop.inference.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.DrawnCurves;
import io.stimloop.inference.response.Link;
import org.junit.jupiter.api.Test;

final class DrawCurveTest {
    private static void learn(MapBelief belief, double[][] candidates) {
        for (int trial = 0; trial < 25; trial++) {
            belief.condition(candidates[3 * trial % candidates.length], new double[]{trial % 4});
        }
    }

    @Test
    void drawnMapsHaveThePredictedMoments() {
        MapModel model = MapFixture.line(Link.EXPONENTIAL, 0.1);
        double[][] candidates = MapFixture.candidates(model);
        MapBelief belief = new MapBelief(model);
        DrawnCurves.areOfOneFunction(belief, 0, candidates[3]);
        learn(belief, candidates);
        DrawnCurves.haveThePredictedMoments(belief, 0, candidates);
    }

    @Test
    void soDoThoseOfSeveralKernels() {
        MapModel model = MapFixture.averaged();
        double[][] candidates = MapFixture.candidates(model);
        MapBelief belief = new MapBelief(model);
        learn(belief, candidates);
        DrawnCurves.haveThePredictedMoments(belief, 0, candidates);
    }

    @Test
    void aJointDrawIsBoundedInSize() {
        MapSource source = new MapSource(MapFixture.line(Link.EXPONENTIAL, 0));
        assertThat(source.drawsCurves(1000)).isTrue();
        assertThat(source.drawsCurves(1001)).isFalse();
    }
}
