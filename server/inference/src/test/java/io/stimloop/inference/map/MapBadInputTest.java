package io.stimloop.inference.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.CurvePoint;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.response.Link;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is observed, a map stays finite and goes on learning. */
class MapBadInputTest {
    static Stream<MapModel> models() {
        return Stream.of(MapFixture.line(Link.EXPONENTIAL, 0), MapFixture.line(Link.EXPONENTIAL, 0.3),
                MapFixture.line(Link.SOFT_RECTIFIED, 0), MapFixture.line(Link.SOFT_RECTIFIED, 0.3));
    }

    private static void assertProper(MapBelief belief) {
        double[][] candidates = MapFixture.candidates(belief.model());
        assertThat(belief.entropyNats()).isFinite();
        for (CurvePoint point : belief.curve(candidates)) {
            assertThat(point.mean()).isFinite().isPositive();
            assertThat(point.lower()).isLessThanOrEqualTo(point.upper());
        }
        var view = belief.predictor(candidates, Question.INFORMATION).newView();
        for (int c = 0; c < candidates.length; c++) {
            assertThat(view.predict(c).informationNats()).isFinite().isNotNegative();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aThousandTrialsWithoutASpike(MapModel model) {
        MapBelief belief = new MapBelief(model);
        double[][] candidates = MapFixture.candidates(model);
        for (int t = 0; t < 1000; t++) {
            assertThat(belief.condition(candidates[t % candidates.length], new double[]{0})).isNotNaN();
        }
        assertProper(belief);
        assertThat(belief.curve(candidates).getFirst().mean()).isLessThan(0.1);
        assertThat(belief.warnings()).singleElement().asString().startsWith("counts: not a spike in 1000");
    }

    @ParameterizedTest
    @MethodSource("models")
    void enormousCounts(MapModel model) {
        MapBelief belief = new MapBelief(model);
        double plausibility = belief.condition(new double[]{5}, new double[]{1e9});
        assertThat(plausibility).isLessThan(-27);
        belief.condition(new double[]{6}, new double[]{0});
        belief.condition(new double[]{5}, new double[]{100_000});
        assertProper(belief);
    }

    @ParameterizedTest
    @MethodSource("models")
    void oneStimulusTenThousandTimes(MapModel model) {
        MapBelief belief = new MapBelief(model);
        for (int t = 0; t < 10_000; t++) {
            belief.condition(new double[]{5}, new double[]{t % 5});
        }
        assertProper(belief);
        assertThat(belief.curve(new double[][]{{5}}).getFirst().mean()).isBetween(1.9, 2.1);
        assertThat(belief.warnings()).singleElement().asString()
                .startsWith("stimuli: all 10000 trials showed the same");
    }

    @Test
    void moreStimuliThanAreToldApartCountAsTheNearestWithAWarning() {
        MapModel model = MapFixture.line(Link.EXPONENTIAL, 0);
        MapBelief belief = new MapBelief(model);
        for (int t = 0; t < 60; t++) {
            belief.condition(new double[]{t * 0.16}, new double[]{2});
        }
        assertThat(belief.seen().count()).isEqualTo(model.limit());
        assertThat(belief.warnings()).singleElement().asString().contains("17 trials");
        assertProper(belief);
    }
}
