package io.stimloop.inference.optogenetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.Quantity;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.response.Link;
import io.stimloop.numerics.random.Streams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the belief says, keeps and gives back. */
class OptogeneticBeliefTest {
    private final OptogeneticModel model = Optogenetics.model(Link.EXPONENTIAL, 2, 6);
    private final OptogeneticSource source = new OptogeneticSource(model, 3);
    private final double[][] stimuli = Optogenetics.stimuli(6, 6, 3);

    @Test
    void theOpsinSaturates() {
        OpsinCurve curve = new OpsinCurve(3, 2);
        assertThat(curve.drive(0)).isZero();
        assertThat(curve.drive(3)).isCloseTo(0.5, Offset.offset(1e-15));
        assertThat(curve.drive(6)).isCloseTo(36.0 / 45, Offset.offset(1e-15));
        assertThat(curve.drive(1e12)).isEqualTo(1);
    }

    @Test
    void beginsWithThePrior() {
        OptogeneticBelief belief = new OptogeneticBelief(model);
        assertThat(source.parameterNames()).startsWith("bias", "weight.t0").endsWith("connected.t5")
                .hasSize(13);
        ParameterSummary weight = belief.parameters(1).get(1);
        assertThat(weight.mean()).isCloseTo(0.375, Offset.offset(1e-12));
        assertThat(weight.sd()).isCloseTo(Math.sqrt(0.25 * 2.5 - 0.375 * 0.375), Offset.offset(1e-12));
        assertThat(weight.quantiles()[2]).isZero();
        assertThat(weight.quantiles()[4]).as("97.5%: 90% of what is not 0")
                .isCloseTo(1.5 + 0.5 * 1.2815515655446004, Offset.offset(1e-9));
        assertThat(belief.parameters(0).get(7).mean()).isCloseTo(0.25, Offset.offset(1e-12));
        assertThat(belief.parameters(0).get(7).quantiles()).containsExactly(0, 0, 0, 0, 1);
    }

    /** Means move by less than half the posterior sd and a fiftieth of the slab's, probabilities by 0.1. */
    @ParameterizedTest
    @EnumSource(Link.class)
    void theOrderOfTrialsMattersLittle(Link link) {
        OptogeneticModel one = Optogenetics.model(link, 1, 4);
        double[][] few = Optogenetics.stimuli(4, 4, 3);
        UniformRandomProvider random = Streams.of(4, 0, 0);
        Truth truth = new OptogeneticSource(one, 3).drawTruth(random);
        List<double[][]> trials = new ArrayList<>();
        for (int trial = 0; trial < 60; trial++) {
            double[] response = new double[1];
            double[] stimulus = few[random.nextInt(few.length)];
            truth.respond(stimulus, random, response);
            trials.add(new double[][]{stimulus, response});
        }
        List<ParameterSummary> first = after(one, trials);
        for (int shuffle = 0; shuffle < 10; shuffle++) {
            ListSampler.shuffle(random, trials);
            List<ParameterSummary> other = after(one, trials);
            for (int k = 0; k < first.size(); k++) {
                double tolerance = k >= one.size() ? 0.1 : 0.5 * first.get(k).sd() + 0.02 * one.slab().sd();
                assertThat(other.get(k).mean()).as(first.get(k).name()).isCloseTo(first.get(k).mean(),
                        Offset.offset(tolerance));
            }
        }
    }

    private static List<ParameterSummary> after(OptogeneticModel model, List<double[][]> trials) {
        OptogeneticBelief belief = new OptogeneticBelief(model);
        trials.forEach(trial -> belief.condition(trial[0], trial[1]));
        return belief.parameters();
    }

    @Test
    void aRestoredBeliefAndACopyGoOnWithTheSameBits() {
        OptogeneticBelief belief = learned(20);
        OptogeneticBelief restored = (OptogeneticBelief) source.restore(belief.state());
        OptogeneticBelief copy = belief.copy();
        for (int trial = 0; trial < 10; trial++) {
            for (OptogeneticBelief one : List.of(belief, restored, copy)) {
                one.condition(stimuli[trial], new double[]{trial, 3});
            }
        }
        assertThat(restored.state().arrays()).usingRecursiveComparison().isEqualTo(belief.state().arrays());
        assertThat(copy.state().arrays()).usingRecursiveComparison().isEqualTo(belief.state().arrays());
        assertThat(restored.entropyNats()).isEqualTo(belief.entropyNats());
        assertThat(restored.trials()).isEqualTo(30);
    }

    @Test
    void aStateOfAnotherModelIsRefused() {
        OptogeneticSource other = new OptogeneticSource(Optogenetics.model(Link.EXPONENTIAL, 2, 5), 3);
        assertThatThrownBy(() -> other.restore(learned(1).state()))
                .hasMessageContaining("mean: has 14 numbers");
    }

    @Test
    void aNeuronLeftOutIsNeitherLearnedAboutNorCounted() {
        OptogeneticBelief belief = learned(5);
        ResponsePredictor tables = belief.predictor(stimuli, Question.INFORMATION);
        double both = tables.newView().predict(0).informationNats();
        belief.include(1, false);
        double mean = belief.parameters(1).getFirst().mean();
        belief.condition(stimuli[0], new double[]{2, 50});
        assertThat(belief.parameters(1).getFirst().mean()).isEqualTo(mean);
        belief.include(1, true);
        assertThat(learned(5).predictor(stimuli, new Question.Information(new double[]{1, 0})).newView()
                .predict(0).informationNats()).isLessThan(both);
    }

    @Test
    void drawsHaveTheMomentsOfTheBelief() {
        OptogeneticBelief belief = learned(12);
        UniformRandomProvider random = Streams.of(5, 0, 0);
        List<ParameterSummary> expected = belief.parameters(0);
        int draws = 4000;
        double[] sums = new double[expected.size()];
        for (int draw = 0; draw < draws; draw++) {
            double[] drawn = belief.draw(0, random);
            for (int k = 0; k < sums.length; k++) {
                sums[k] += drawn[k] / draws;
            }
        }
        for (int k = 0; k < sums.length; k++) {
            assertThat(sums[k]).as(expected.get(k).name()).isCloseTo(expected.get(k).mean(),
                    Offset.offset(0.02 + 0.1 * expected.get(k).sd()));
        }
    }

    /** What light at a target that is undecided would tell is worth more than at one that is known. */
    @Test
    void whetherATargetIsConnectedCanBeAskedFor() {
        OptogeneticBelief belief = new OptogeneticBelief(model);
        for (int trial = 0; trial < 40; trial++) {
            belief.condition(stimuli[2], new double[]{1, 1});
        }
        assertThat(belief.parameters(0).get(7).mean()).isLessThan(0.05);
        double[] gains = new double[2];
        for (int target = 0; target < 2; target++) {
            Question question = new Question.VarianceReduction(
                    List.of(new Quantity.Parameter("connected.t" + target, 0, 1)));
            gains[target] = belief.predictor(stimuli, question).newView().predict(3 * target + 2)
                    .varianceReduction();
        }
        assertThat(gains[1]).isBetween(10 * gains[0], 2.0);
    }

    @Test
    void aTruthMustNotContradictItself() {
        Map<String, Double> values = new HashMap<>();
        source.parameterNames().forEach(name -> values.put(name, 0.0));
        values.put("weight.t2", 1.0);
        assertThatThrownBy(() -> source.truth(values)).hasMessageContaining("connected.t2: 0.0 must be 1.0");
        values.put("connected.t2", 1.0);
        assertThat(source.truth(values).expected(1, new double[]{0, 0, 1e9, 0, 0, 0})).isCloseTo(Math.E,
                Offset.offset(1e-9));
        values.put("weight.t9", 1.0);
        assertThatThrownBy(() -> source.truth(values)).hasMessageContaining("weight.t9: is no parameter");
    }

    private OptogeneticBelief learned(int trials) {
        OptogeneticBelief belief = new OptogeneticBelief(model);
        UniformRandomProvider random = Streams.of(2, 0, 0);
        for (int trial = 0; trial < trials; trial++) {
            belief.condition(stimuli[random.nextInt(stimuli.length)],
                    new double[]{random.nextInt(8), random.nextInt(3)});
        }
        return belief;
    }
}
