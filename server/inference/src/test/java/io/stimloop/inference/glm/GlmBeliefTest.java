package io.stimloop.inference.glm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefState;
import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.ResponseForecast;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.response.CountNoise;
import io.stimloop.inference.response.Link;
import io.stimloop.numerics.random.Streams;
import io.stimloop.numerics.special.NormalQuadrature;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a belief about a GLM is, beside its numbers. */
class GlmBeliefTest {
    private static final double[][] STIMULI = Models.sphere(30, 5, 2, 1);

    @ParameterizedTest
    @EnumSource(Link.class)
    void comesNearToTheFitOfAllTrialsAtOnce(Link link) {
        GlmModel model = new GlmModel(link, 1, new FilterPrior.Independent(new double[5], 0.1),
                new GlmModel.Bias(true, 1, 0.5), GlmModel.Lags.NONE, GlmModel.Lags.NONE, 0);
        GlmBelief belief = new GlmBelief(model);
        Truth cell = new GlmSource(model).drawTruth(Streams.of(4, 0, 0));
        UniformRandomProvider random = Streams.of(4, 0, 1);
        double[][] regressors = new double[150][];
        double[] counts = new double[150];
        double[] response = new double[1];
        for (int trial = 0; trial < counts.length; trial++) {
            double[] stimulus = STIMULI[trial % 30];
            cell.respond(stimulus, random, response);
            belief.condition(stimulus, response);
            regressors[trial] = Arrays.copyOf(stimulus, 6);
            regressors[trial][5] = 1;
            counts[trial] = response[0];
        }
        double[][] prior = new double[6][6];
        for (int i = 0; i < 6; i++) {
            prior[i][i] = model.priorVariance(i);
        }
        LaplaceFit fit = new LaplaceFit(link, regressors, counts, model.priorMean(), prior);
        for (int i = 0; i < 6; i++) {
            ParameterSummary parameter = belief.parameters().get(i);
            assertThat(parameter.mean()).isCloseTo(fit.mode()[i], Offset.offset(parameter.sd()));
            assertThat(parameter.sd() / Math.sqrt(fit.covariance()[i][i])).isBetween(0.9, 1.1);
        }
    }

    @Test
    void goesOnFromItsStateWithTheSameBits() {
        GlmSource source = new GlmSource(Models.whole(Link.EXPONENTIAL, 3, 5, 0.01));
        Belief belief = source.create();
        belief.include(2, false);
        learn(belief, 0, 20);
        Belief restored = source.restore(belief.state());
        Belief copy = belief.copy();
        learn(belief, 20, 40);
        learn(restored, 20, 40);
        learn(copy, 20, 40);
        assertThat(restored.trials()).isEqualTo(40);
        assertThat(restored.state().arrays()).usingRecursiveComparison().isEqualTo(belief.state().arrays());
        assertThat(copy.state().arrays()).usingRecursiveComparison().isEqualTo(belief.state().arrays());
    }

    @Test
    void refusesTheStateOfAnotherModel() {
        BeliefState state = new GlmSource(Models.whole(Link.EXPONENTIAL, 2, 5, 0)).create().state();
        GlmSource other = new GlmSource(Models.plain(Link.EXPONENTIAL, 5, 1));
        assertThatThrownBy(() -> other.restore(state)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mean: has");
    }

    @Test
    void aNeuronLeftOutIsNotLearnedAboutButStillDrivesOthers() {
        GlmModel model = Models.whole(Link.EXPONENTIAL, 2, 5, 0);
        GlmBelief belief = new GlmBelief(model);
        belief.include(1, false);
        learn(belief, 0, 20);
        assertThat(belief.parameters(1).getFirst().mean()).isZero();
        assertThat(belief.parameters(0).getFirst().mean()).isNotZero();
        assertThat(belief.tail(0)[3]).isEqualTo(19 % 3);
        GlmBelief alone = new GlmBelief(model);
        alone.include(1, false);
        for (int trial = 0; trial < 20; trial++) {
            alone.condition(STIMULI[trial % 30], new double[]{trial % 5, 0});
        }
        assertThat(belief.parameters(0).getLast().mean()).isNotEqualTo(alone.parameters(0).getLast().mean());
    }

    @Test
    void driftKeepsVariancesFromVanishing() {
        GlmBelief still = new GlmBelief(Models.plain(Link.EXPONENTIAL, 5, 0.1));
        GlmBelief drifting = new GlmBelief(new GlmModel(Link.EXPONENTIAL, 1,
                new FilterPrior.Independent(new double[5], 0.1), GlmModel.Bias.NONE, GlmModel.Lags.NONE,
                GlmModel.Lags.NONE, 0.05));
        learn(still, 0, 600);
        learn(drifting, 0, 600);
        assertThat(drifting.parameters().getFirst().sd())
                .isGreaterThan(2 * still.parameters().getFirst().sd());
        assertThat(drifting.entropyNats()).isGreaterThan(still.entropyNats());
    }

    @ParameterizedTest
    @EnumSource(Link.class)
    void forecastsAreThoseOfAMixtureOfPoissonCounts(Link link) {
        GlmBelief belief = new GlmBelief(Models.whole(link, 2, 5, 0));
        learn(belief, 0, 15);
        ResponseForecast forecast = belief.forecast(STIMULI[4]);
        UnitMoments moments = new UnitMoments(belief.model(), StimulusRows.of(new double[][]{STIMULI[4]}));
        moments.recompute(belief.posterior(1));
        moments.refreshTail(belief.posterior(1), belief.tail(1));
        NormalQuadrature rule = NormalQuadrature.equalSteps(400, 9);
        double below = 0;
        double total = 0;
        for (int count = 0; count < 200; count++) {
            double p = 0;
            for (int i = 0; i < rule.size(); i++) {
                double rate = link.rate(moments.mean(0) + Math.sqrt(moments.variance(0)) * rule.nodes()[i]);
                p += rule.weights()[i] * StrictMath.exp(new CountNoise(0).logProbability(count, rate));
            }
            assertThat(forecast.probability(1, count)).isCloseTo(p, Offset.offset(1e-6));
            assertThat(forecast.midProbability(1, count)).isCloseTo(below + p / 2, Offset.offset(1e-6));
            below += p;
            total += forecast.probability(1, count);
        }
        assertThat(total).isCloseTo(1, Offset.offset(1e-6));
    }

    @Test
    void aTruthDependsOnItsOwnPastAndOnItsNeighbours() {
        GlmSource source = new GlmSource(Models.whole(Link.EXPONENTIAL, 2, 5, 0));
        List<String> names = source.parameterNames();
        assertThat(names).contains("filter[4]", "bias", "history[2]", "coupling[1][1]");
        Map<String, Double> values = new TreeMap<>();
        names.forEach(name -> values.put(name, 0.0));
        values.put("history[1]", -30.0);
        values.put("bias", 3.0);
        Truth cell = source.truth(values);
        assertThat(cell.expected(0, STIMULI[0])).isCloseTo(StrictMath.exp(3), Offset.offset(1e-9));
        double[] first = new double[2];
        double[] second = new double[2];
        UniformRandomProvider random = Streams.of(3, 0, 0);
        cell.respond(STIMULI[0], random, first);
        cell.respond(STIMULI[0], random, second);
        assertThat(first[0]).isPositive();
        assertThat(second[0]).isZero();
        values.remove("bias");
        assertThatThrownBy(() -> source.truth(values)).hasMessage("bias: is missing");
    }

    private static void learn(Belief belief, int from, int to) {
        for (int trial = from; trial < to; trial++) {
            double[] response = new double[belief.units()];
            for (int unit = 0; unit < response.length; unit++) {
                response[unit] = unit == 0 ? trial % 5 : trial % (2 + unit);
            }
            belief.condition(STIMULI[trial % 30], response);
        }
    }
}
