package io.stimloop.inference.particle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefState;
import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponseForecast;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.points.PointModel;
import io.stimloop.inference.response.Densities;
import io.stimloop.inference.response.Density;
import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ParticleBeliefTest {
    private static final List<Density> BUMP = List.of(Densities.uniform(-5, 5), Densities.normal(1, 1));
    private static final double[][] CANDIDATES = {{-4}, {-2}, {0}, {2}, {4}};

    private static ParticleSource source(PointModel model, List<Density> priors, int count) {
        return new ParticleSource(model, priors, new ParticleSettings(count, 0.5, 3, 7));
    }

    private static ParticleBelief bump(int trials) {
        ParticleBelief belief = source(Models.bump(), BUMP, 400).create();
        for (int i = 0; i < trials; i++) {
            condition(belief, i);
        }
        return belief;
    }

    private static double condition(Belief belief, int i) {
        return belief.condition(new double[]{i * 3 % 9 - 4},
                new double[]{i * 3 % 9 == 5 ? 4 + i % 5 : i % 3 / 2});
    }

    private static void assertSame(Belief one, Belief other) {
        assertThat(one.trials()).isEqualTo(other.trials());
        Map<String, double[]> arrays = one.state().arrays();
        assertThat(other.state().arrays()).usingRecursiveComparison().isEqualTo(arrays);
        assertThat(one.entropyNats()).isEqualTo(other.entropyNats());
    }

    private static void assertProper(Belief belief) {
        assertThat(belief.entropyNats()).isFinite();
        for (ParameterSummary parameter : belief.parameters()) {
            assertThat(parameter.mean()).isFinite();
            assertThat(parameter.sd()).isFinite().isNotNegative();
            assertThat(parameter.quantiles()).isSorted();
        }
        assertThat(Arrays.stream(((ParticleBelief) belief).points().weights()).sum()).isCloseTo(1,
                within(1e-12));
    }

    @Test
    void sameTrialsGiveTheSameBits() {
        assertSame(bump(60), bump(60));
    }

    @Test
    void aForecastOfAValueIsOfTheBeliefBeforeItWasLearned() {
        ParticleBelief belief = source(Models.mean(1), List.of(Densities.normal(0, 2)), 400).create();
        ResponseForecast forecast = belief.forecast(new double[]{0});
        double before = forecast.midProbability(0, 3);
        belief.condition(new double[]{0}, new double[]{3});
        assertThat(forecast.midProbability(0, 3)).isEqualTo(before);
        assertThat(belief.forecast(new double[]{0}).midProbability(0, 3)).isLessThan(before);
    }

    @Test
    void anotherSeedGivesOtherParticles() {
        ParticleBelief other = new ParticleSource(Models.bump(), BUMP, new ParticleSettings(400, 0.5, 3, 8))
                .create();
        assertThat(other.points().parameters()[0]).isNotEqualTo(bump(0).points().parameters()[0]);
    }

    @Test
    void restoredBeliefGoesOnLikeTheOldOne() {
        ParticleBelief belief = bump(37);
        Belief restored = source(Models.bump(), BUMP, 400).restore(belief.state());
        assertSame(belief, restored);
        for (int i = 37; i < 80; i++) {
            assertThat(condition(restored, i)).isEqualTo(condition(belief, i));
        }
        assertSame(belief, restored);
    }

    @Test
    void stateThatDoesNotFitIsRefusedByName() {
        BeliefState state = bump(5).state();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source(Models.bump(), BUMP, 300).restore(state))
                .withMessage("particles.place: has 400 numbers; this model needs 300");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source(Models.mean(1), List.of(Densities.normal(0, 1)), 400).restore(state))
                .withMessageContaining("kind: \"particles/bump\"").withMessageContaining("particles/mean");
        TreeMap<String, double[]> arrays = new TreeMap<>(state.arrays());
        arrays.put("particles.place", new double[400]);
        arrays.get("particles.place")[3] = 9;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source(Models.bump(), BUMP, 400)
                        .restore(new BeliefState(state.kind(), state.version(), 5, arrays)))
                .withMessage("particles.place[3]: 9.0 must be from -5.0 to 5.0");
    }

    @Test
    void copyAndOriginalLearnApart() {
        ParticleBelief belief = bump(10);
        ParticleBelief copy = belief.copy();
        assertSame(belief, copy);
        for (int i = 10; i < 40; i++) {
            condition(copy, i);
        }
        assertSame(belief, bump(10));
        for (int i = 10; i < 40; i++) {
            condition(belief, i);
        }
        assertSame(belief, copy);
    }

    @Test
    void predictorFollowsParticlesThatMove() {
        ParticleBelief belief = bump(0);
        ResponsePredictor kept = belief.predictor(CANDIDATES, Question.INFORMATION);
        ParticleBelief copy = belief.copy();
        ResponsePredictor over = kept.over(copy);
        for (int i = 0; i < 50; i++) {
            condition(belief, i);
            kept.refresh();
        }
        ResponsePredictor fresh = belief.predictor(CANDIDATES, Question.INFORMATION);
        ResponsePredictor prior = bump(0).predictor(CANDIDATES, Question.INFORMATION);
        for (int c = 0; c < CANDIDATES.length; c++) {
            assertThat(kept.newView().predict(c).informationNats())
                    .isEqualTo(fresh.newView().predict(c).informationNats());
            assertThat(over.newView().predict(c).informationNats())
                    .isEqualTo(prior.newView().predict(c).informationNats());
        }
    }

    @Test
    void effectiveSampleSizeNeverStaysBelowItsBound() {
        ParticleBelief belief = source(Models.bump(), BUMP, 400).create();
        assertThat(belief.effectiveSampleSize()).isCloseTo(400, within(1e-9));
        for (int i = 0; i < 100; i++) {
            condition(belief, i);
            assertThat(belief.effectiveSampleSize()).isBetween(200.0, 400 + 1e-9);
        }
    }

    @Test
    void impossibleCountsLeaveItProper() {
        ParticleBelief belief = bump(20);
        for (int i = 0; i < 20; i++) {
            double found = belief.condition(new double[]{-4 + i % 2}, new double[]{i % 2 == 0 ? 100_000 : 0});
            assertThat(found).isNegative();
            assertProper(belief);
        }
    }

    @Test
    void impossibleValuesLeaveItProper() {
        ParticleBelief mean = source(Models.mean(1e-3), List.of(Densities.normal(0, 1)), 200).create();
        ParticleBelief median = source(Models.logMedian(1), List.of(Densities.normal(0, 1)), 200).create();
        for (double value : new double[]{1e12, -1e12, 0, 3, -5, 1e-300, 7}) {
            mean.condition(new double[0], new double[]{value});
            median.condition(new double[0], new double[]{value});
            assertProper(mean);
            assertProper(median);
        }
        assertThat(median.condition(new double[0], new double[]{-1})).isFinite();
    }

    @Test
    void aThousandCountsOfZeroLeaveItProper() {
        ParticleBelief belief = source(Models.bump(), BUMP, 200).create();
        for (int i = 0; i < 1000; i++) {
            belief.condition(CANDIDATES[i % 5], new double[]{0});
        }
        assertProper(belief);
        // The peak would have to lie between two candidates and be small.
        assertThat(belief.parameters().get(1).mean()).isNegative();
    }

    @Test
    void aStimulusTenThousandTimesLeavesItProperAndRight() {
        ParticleBelief belief = source(Models.mean(1), List.of(Densities.normal(0, 1)), 400).create();
        for (int i = 0; i < 10_000; i++) {
            belief.condition(new double[]{2}, new double[]{0.5 + (i % 2 == 0 ? 1 : -1)});
        }
        assertProper(belief);
        ParameterSummary mean = belief.parameters().getFirst();
        assertThat(mean.sd()).isCloseTo(0.01, within(0.002));
        assertThat(mean.mean()).isCloseTo(0.5 * 10_000 / 10_001, within(0.002));
        assertThat(belief.state().array("responses", 4)).containsExactly(new double[]{0, 0.5, 10_000, 10_000},
                within(1e-9));
    }

    @Test
    void parameterThatWrapsAroundIsFollowedAcrossItsSeam() {
        ParticleBelief belief = source(Models.phase(0.3), List.of(Densities.periodic(360, 90, 0)), 1000)
                .create();
        UniformSubject subject = new UniformSubject();
        for (int i = 0; i < 60; i++) {
            double x = 45 * (i % 8);
            belief.condition(new double[]{x},
                    new double[]{Math.cos(Math.toRadians(x + 2)) + subject.noise()});
        }
        ParameterSummary phase = belief.parameters().getFirst();
        assertThat(Math.IEEEremainder(phase.mean() + 2, 360)).isCloseTo(0, within(10.0));
        assertThat(phase.sd()).isCloseTo(Math.toDegrees(0.3 / Math.sqrt(30)), within(0.8));
        assertThat(Arrays.stream(belief.points().parameters()[0]).boxed())
                .allSatisfy(v -> assertThat(v).isBetween(0.0, 360.0));
    }

    /** Noise of sd 0.3. */
    private static final class UniformSubject {
        private final org.apache.commons.rng.UniformRandomProvider random = Streams.of(5, 0, 0);

        double noise() {
            return 0.3 * Math.sqrt(12) * (random.nextDouble() - 0.5);
        }
    }

    @Test
    void knownParameterStaysWhereItIs() {
        Density known = Densities.truncated(Densities.uniform(0.7, 0.8), 0.7, Math.nextUp(0.7));
        ParticleBelief belief = source(Models.bump(), List.of(known, Densities.normal(1, 1)), 200).create();
        for (int i = 0; i < 50; i++) {
            condition(belief, i);
        }
        assertProper(belief);
        assertThat(belief.parameters().getFirst().mean()).isCloseTo(0.7, within(1e-12));
    }

    @Test
    void choicesThatAreNeverInDoubtAreTold() {
        ParticleBelief sure = source(Models.coin(), List.of(Densities.beta(1, 1)), 400).create();
        ParticleBelief fair = source(Models.coin(), List.of(Densities.beta(1, 1)), 400).create();
        for (int i = 0; i < 1000; i++) {
            sure.condition(new double[]{0}, new double[]{1});
            fair.condition(new double[]{0}, new double[]{i % 2});
        }
        assertProper(sure);
        assertThat(sure.warnings()).anySatisfy(told -> assertThat(told).contains("perfect separation"));
        assertThat(fair.warnings()).noneSatisfy(told -> assertThat(told).contains("perfect separation"));
    }

    @Test
    void drawsFollowTheWeights() {
        ParticleBelief belief = bump(12);
        double sum = 0;
        for (int i = 0; i < 4000; i++) {
            sum += belief.draw(0, Streams.of(1, i, 1))[1];
        }
        ParameterSummary height = belief.parameters().get(1);
        // 5 standard errors: once in two million.
        assertThat(sum / 4000).isCloseTo(height.mean(), within(5 * height.sd() / Math.sqrt(4000)));
    }
}
