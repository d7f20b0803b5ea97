package io.stimloop.inference.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefState;
import io.stimloop.inference.belief.CurvePoint;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.response.Link;
import io.stimloop.numerics.random.Streams;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A belief about a map learns, is copied and kept, and does not depend on the order of what it learned. */
class MapBeliefTest {
    private static final int TRIALS = 40;

    static Stream<MapModel> models() {
        return Stream.of(MapFixture.line(Link.EXPONENTIAL, 0), MapFixture.line(Link.SOFT_RECTIFIED, 0),
                MapFixture.line(Link.SOFT_RECTIFIED, 0.3), MapFixture.circle(), MapFixture.averaged());
    }

    private static MapBelief learned(MapModel model, int trials, boolean backwards) {
        Truth truth = new MapSource(model).drawTruth(Streams.of(5, 0, 0));
        double[][] candidates = MapFixture.candidates(model);
        double[][] counts = new double[trials][1];
        for (int t = 0; t < trials; t++) {
            truth.respond(candidates[t * 5 % candidates.length], Streams.of(6, t, 0), counts[t]);
        }
        MapBelief belief = new MapBelief(model);
        for (int i = 0; i < trials; i++) {
            int t = backwards ? trials - 1 - i : i;
            belief.condition(candidates[t * 5 % candidates.length], counts[t]);
        }
        return belief;
    }

    @ParameterizedTest
    @MethodSource("models")
    void theOrderOfTrialsDoesNotMatter(MapModel model) {
        List<CurvePoint> forwards = learned(model, TRIALS, false).curve(MapFixture.candidates(model));
        List<CurvePoint> backwards = learned(model, TRIALS, true).curve(MapFixture.candidates(model));
        for (int i = 0; i < forwards.size(); i++) {
            assertThat(backwards.get(i).mean()).isCloseTo(forwards.get(i).mean(), within(1e-7));
            assertThat(backwards.get(i).upper()).isCloseTo(forwards.get(i).upper(), within(1e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aRestoredBeliefGoesOnBitForBit(MapModel model) {
        MapBelief belief = learned(model, TRIALS, false);
        Belief restored = new MapSource(model).restore(belief.state());
        assertSame(restored, belief, model);
        belief.condition(new double[]{5}, new double[]{3});
        restored.condition(new double[]{5}, new double[]{3});
        assertSame(restored, belief, model);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aCopyIsEqualAndIndependent(MapModel model) {
        MapBelief belief = learned(model, TRIALS, false);
        double entropy = belief.entropyNats();
        MapBelief copy = belief.copy();
        assertSame(copy, belief, model);
        copy.condition(new double[]{5}, new double[]{3});
        assertThat(belief.entropyNats()).isEqualTo(entropy);
        assertThat(copy.entropyNats()).isNotEqualTo(entropy);
        assertThat(copy.trials()).isEqualTo(belief.trials() + 1);
    }

    private static void assertSame(Belief one, Belief other, MapModel model) {
        double[][] candidates = MapFixture.candidates(model);
        assertThat(one.entropyNats()).isEqualTo(other.entropyNats());
        assertThat(one.trials()).isEqualTo(other.trials());
        assertThat(one.curve(candidates)).usingRecursiveComparison().isEqualTo(other.curve(candidates));
        ResponsePredictor.View ours = one.predictor(candidates, new Question.ExpectedResponse()).newView();
        ResponsePredictor.View theirs = other.predictor(candidates, new Question.ExpectedResponse())
                .newView();
        assertThat(ours.predict(3).mean(0)).isEqualTo(theirs.predict(3).mean(0));
        assertThat(ours.predict(3).variance(0)).isEqualTo(theirs.predict(3).variance(0));
    }

    @Test
    void aStateThatDoesNotFitIsRefusedByName() {
        MapModel model = MapFixture.circle();
        BeliefState state = learned(model, 5, false).state();
        state.arrays().put("visits", new double[]{1});
        assertThatThrownBy(() -> new MapSource(model).restore(state))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("visits");
    }

    @Test
    void aStimulusThatIsNoCandidateIsLearnedFrom() {
        MapBelief belief = new MapBelief(MapFixture.line(Link.EXPONENTIAL, 0));
        for (int t = 0; t < 20; t++) {
            belief.condition(new double[]{3.37}, new double[]{20});
        }
        assertThat(belief.curve(new double[][]{{3.37}}).getFirst().mean()).isCloseTo(20, within(1.0));
    }

    @Test
    void directionsAreTheSameAfterAWholeTurn() {
        MapBelief belief = new MapBelief(MapFixture.circle());
        belief.condition(new double[]{350}, new double[]{9});
        belief.condition(new double[]{-10}, new double[]{9});
        assertThat(belief.seen().count()).isEqualTo(1);
        assertThat(belief.seen().visits(0)).isEqualTo(2);
    }

    @Test
    void drawsScatterAsTheReportedMarginals() {
        MapBelief belief = learned(MapFixture.circle(), 15, false);
        UniformRandomProvider random = Streams.of(8, 0, 0);
        int draws = 4000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            double f = belief.draw(0, random)[2];
            sum += f;
            squares += f * f;
        }
        double mean = sum / draws;
        var reported = belief.parameters().get(2);
        assertThat(mean).isCloseTo(reported.mean(), within(5 * reported.sd() / Math.sqrt(draws)));
        assertThat(Math.sqrt(squares / draws - mean * mean)).isCloseTo(reported.sd(),
                within(0.05 * reported.sd()));
    }

    @Test
    void theForecastOfACountIsADistribution() {
        MapBelief belief = learned(MapFixture.averaged(), 20, false);
        var forecast = belief.forecast(new double[]{90});
        double total = 0;
        for (int count = 0; count < 400; count++) {
            double probability = forecast.probability(0, count);
            assertThat(forecast.midProbability(0, count)).isCloseTo(total + probability / 2, within(1e-9));
            total += probability;
        }
        assertThat(total).isCloseTo(1, within(1e-6));
    }

    @Test
    void aTruthThroughGivenValuesHasThem() {
        MapSource source = new MapSource(MapFixture.circle());
        Truth drawn = source.drawTruth(Streams.of(1, 0, 0));
        java.util.Map<String, Double> values = new java.util.HashMap<>();
        for (int i = 0; i < source.parameterNames().size(); i++) {
            values.put(source.parameterNames().get(i), drawn.parameters(0)[i]);
        }
        assertThat(source.truth(values).parameters(0)).containsExactly(drawn.parameters(0), within(1e-6));
        values.remove(source.parameterNames().getFirst());
        assertThatThrownBy(() -> source.truth(values)).hasMessageContaining("is missing");
    }
}
