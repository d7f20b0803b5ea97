package io.stimloop.inference.glm;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.Quantity;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.response.Link;
import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** What is carried along from trial to trial is what is worked out from the belief. */
class CarriedMomentsTest {
    private static final double[][] CANDIDATES = Models.sphere(120, 7, 2, 5);

    @Test
    void meansAndVariancesAreThoseOfTheBeliefAfterAThousandTrials() {
        GlmModel model = Models.whole(Link.EXPONENTIAL, 2, 7, 0.002);
        GlmBelief belief = new GlmBelief(model);
        GlmMoments carried = new GlmMoments(belief, StimulusRows.of(CANDIDATES));
        carried.refresh();
        UniformRandomProvider random = Streams.of(9, 0, 0);
        for (int trial = 0; trial < 1000; trial++) {
            belief.condition(CANDIDATES[random.nextInt(120)],
                    new double[]{random.nextInt(4), random.nextInt(3)});
            if (trial % 7 != 0) {
                carried.refresh();
            }
        }
        carried.refresh();
        GlmMoments fresh = new GlmMoments(belief, StimulusRows.of(CANDIDATES));
        fresh.refresh();
        for (int unit = 0; unit < 2; unit++) {
            for (int i = 0; i < CANDIDATES.length; i++) {
                assertThat(carried.unit(unit).variance(i)).isCloseTo(fresh.unit(unit).variance(i),
                        Percentage.withPercentage(1e-7));
                assertThat(carried.unit(unit).mean(i)).isCloseTo(fresh.unit(unit).mean(i),
                        Offset.offset(1e-9));
            }
        }
    }

    @Test
    void answersOfEveryQuestionAreThoseOfANewPredictor() {
        GlmModel model = Models.whole(Link.EXPONENTIAL, 2, 7, 0.01);
        for (Question question : questions()) {
            GlmBelief belief = new GlmBelief(model);
            ResponsePredictor carried = belief.predictor(CANDIDATES, question);
            carried.refresh();
            UniformRandomProvider random = Streams.of(10, 0, 0);
            for (int trial = 0; trial < 60; trial++) {
                belief.condition(CANDIDATES[random.nextInt(120)], new double[]{random.nextInt(4), trial % 2});
                carried.refresh();
            }
            GlmBelief copy = belief.copy();
            ResponsePredictor ofCopy = carried.over(copy);
            copy.condition(CANDIDATES[3], new double[]{1, 1});
            belief.condition(CANDIDATES[3], new double[]{1, 1});
            ResponsePredictor fresh = belief.predictor(CANDIDATES, question);
            fresh.refresh();
            carried.refresh();
            ofCopy.refresh();
            for (int i = 0; i < CANDIDATES.length; i++) {
                double expected = answer(fresh, i, question);
                assertThat(answer(carried, i, question)).isCloseTo(expected, Percentage.withPercentage(1e-7));
                assertThat(answer(ofCopy, i, question)).isCloseTo(expected, Percentage.withPercentage(1e-7));
            }
        }
    }

    @Test
    void aBeliefThatIsFarAheadIsTakenUpAnew() {
        GlmBelief belief = new GlmBelief(Models.plain(Link.SOFT_RECTIFIED, 7, 0.3));
        GlmMoments carried = new GlmMoments(belief, StimulusRows.of(CANDIDATES));
        carried.refresh();
        for (int trial = 0; trial < 3 * ChangeLog.CAPACITY; trial++) {
            belief.condition(CANDIDATES[trial % 120], new double[]{trial % 3});
        }
        carried.refresh();
        double[] product = new double[8];
        belief.posterior(0).covariance().multiply(Arrays.copyOf(CANDIDATES[5], 8), product);
        double v = 0;
        for (int k = 0; k < 7; k++) {
            v += product[k] * CANDIDATES[5][k];
        }
        assertThat(carried.unit(0).variance(5)).isCloseTo(v, Offset.offset(1e-12));
    }

    private static List<Question> questions() {
        return List.of(Question.INFORMATION, new Question.ExpectedResponse(), new Question.Exceedance(),
                new Question.VarianceReduction(List.of(new Quantity.Parameter("filter[2]", 0, 1),
                        new Quantity.Parameter("history[1]", 1, 2),
                        new Quantity.Expectation(CANDIDATES[1], 0, 0.5),
                        new Quantity.Expectation(CANDIDATES[2], 1, 0.5))),
                new Question.DeterminantReduction(List.of("filter[0]", "filter[4]", "bias"), new double[0]));
    }

    private static double answer(ResponsePredictor predictor, int candidate, Question question) {
        var prediction = predictor.newView().predict(candidate);
        return switch (question) {
            case Question.Information _ -> prediction.informationNats();
            case Question.ExpectedResponse _ -> prediction.mean(1) + prediction.variance(0);
            case Question.Exceedance _ -> prediction.expectedExcess(0, prediction.greatestMean(0));
            case Question.VarianceReduction _ -> prediction.varianceReduction();
            case Question.DeterminantReduction _ -> prediction.logDeterminantReduction();
        };
    }
}
