package io.stimloop.inference.optogenetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.response.Link;
import io.stimloop.numerics.random.Streams;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever comes in, the belief stays finite and proper. */
class BadInputTest {
    private static final double[][] STIMULI = Optogenetics.stimuli(8, 20, 1);

    @ParameterizedTest
    @EnumSource(Link.class)
    void countsOfZeroForAThousandTrials(Link link) {
        OptogeneticBelief belief = new OptogeneticBelief(Optogenetics.model(link, 2, 8));
        for (int trial = 0; trial < 1000; trial++) {
            belief.condition(STIMULI[trial % STIMULI.length], new double[2]);
        }
        requireProper(belief);
        assertThat(belief.warnings()).hasSize(2).first().asString().contains("bias of neuron 1", "prior sd");
        assertThat(belief.curve(STIMULI).getFirst().mean()).isLessThan(0.05);
    }

    @ParameterizedTest
    @EnumSource(Link.class)
    void enormousCounts(Link link) {
        OptogeneticBelief belief = new OptogeneticBelief(Optogenetics.model(link, 2, 8));
        UniformRandomProvider random = Streams.of(1, 1, 1);
        for (int trial = 0; trial < 300; trial++) {
            double bound = belief.condition(STIMULI[random.nextInt(STIMULI.length)],
                    new double[]{100_000, random.nextBoolean() ? 0 : 100_000});
            assertThat(bound).isNotNaN();
        }
        requireProper(belief);
    }

    @ParameterizedTest
    @EnumSource(Link.class)
    void aTargetTenThousandTimes(Link link) {
        OptogeneticBelief belief = new OptogeneticBelief(Optogenetics.model(link, 2, 8));
        UniformRandomProvider random = Streams.of(2, 1, 1);
        for (int trial = 0; trial < 10_000; trial++) {
            belief.condition(STIMULI[2], new double[]{random.nextInt(7), random.nextInt(3)});
        }
        requireProper(belief);
        assertThat(belief.curve(0, new double[][]{STIMULI[2]}).getFirst().mean()).isBetween(2.9, 3.1);
        assertThat(belief.parameters(0).get(10).mean()).as("of another target").isBetween(0.2, 0.3);
    }

    @ParameterizedTest
    @EnumSource(Link.class)
    void twoTargetsThatAreAlwaysLitTogether(Link link) {
        OptogeneticBelief belief = new OptogeneticBelief(Optogenetics.model(link, 2, 8));
        UniformRandomProvider random = Streams.of(3, 1, 1);
        double[] both = {8, 8, 0, 0, 0, 0, 0, 0};
        double[] none = new double[8];
        for (int trial = 0; trial < 2000; trial++) {
            boolean light = random.nextBoolean();
            belief.condition(light ? both : none, new double[]{light ? 4 + random.nextInt(5) : 1, 1});
        }
        requireProper(belief);
        assertThat(belief.parameters(0).get(9).mean() + belief.parameters(0).get(10).mean())
                .as("one of them is connected, or both").isGreaterThan(0.9);
        assertThat(belief.parameters(1).get(9).mean()).isLessThan(0.1);
    }

    private static void requireProper(OptogeneticBelief belief) {
        assertThat(belief.entropyNats()).isFinite();
        for (int unit = 0; unit < belief.units(); unit++) {
            for (ParameterSummary one : belief.parameters(unit)) {
                assertThat(one.mean()).as(one.name()).isFinite();
                assertThat(one.sd()).as(one.name()).isFinite().isNotNegative();
                assertThat(one.quantiles()).as(one.name()).isSorted();
            }
            for (int i = 0; i < 9; i++) {
                assertThat(belief.posterior(unit).covariance().get(i, i)).isPositive();
            }
        }
        ResponsePredictor.View view = belief.predictor(STIMULI, Question.INFORMATION).newView();
        for (int i = 0; i < STIMULI.length; i++) {
            assertThat(view.predict(i).informationNats()).isFinite().isNotNegative();
        }
    }
}
