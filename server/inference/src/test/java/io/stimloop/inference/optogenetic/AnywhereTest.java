package io.stimloop.inference.optogenetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Quantity;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.StimulusPredictor;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.response.Link;
import io.stimloop.numerics.random.Streams;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is predicted of a pattern does not depend, by a single bit, on whether it was listed. */
class AnywhereTest {
    private static final double LEVEL = 1.2;
    private final double[][] stimuli = Optogenetics.stimuli(6, 8, 3);

    static Stream<Arguments> linksAndQuestions() {
        List<Question> questions = List.of(Question.INFORMATION,
                new Question.Information(new double[]{2, 0.5}),
                new Question.ExpectedResponse(), new Question.Exceedance(),
                new Question.VarianceReduction(List.of(new Quantity.Parameter("weight.t2", 0, 2),
                        new Quantity.Parameter("connected.t1", 1, 1),
                        new Quantity.Expectation(new double[]{0, 3, 0, 8, 0, 0}, 1, 0.5))),
                new Question.DeterminantReduction(List.of(), new double[0]),
                new Question.DeterminantReduction(List.of("weight.t0", "weight.t4"), new double[]{1, 3}));
        return Stream.of(Link.values())
                .flatMap(link -> questions.stream().map(question -> Arguments.of(link, question)));
    }

    @ParameterizedTest
    @MethodSource("linksAndQuestions")
    void aPatternIsPredictedAsACandidateIs(Link link, Question question) {
        OptogeneticSource source = new OptogeneticSource(Optogenetics.model(link, 2, 6), 3);
        Belief belief = source.create();
        assertThat(source.predictsAnywhere(question)).isTrue();
        ResponsePredictor listed = belief.predictor(stimuli, question);
        StimulusPredictor free = belief.anywhere(question).orElseThrow();
        StimulusPredictor.View view = free.newView();
        agree(listed, view, question);
        learn(source, belief);
        listed.refresh();
        free.refresh();
        agree(listed, view, question);
        Belief copy = belief.copy();
        agree(listed.over(copy), free.over(copy).newView(), question);
        copy.include(1, false);
        agree(listed.over(copy), free.over(copy).newView(), question);
    }

    private void learn(OptogeneticSource source, Belief belief) {
        UniformRandomProvider random = Streams.of(4, 0, 0);
        Truth truth = source.drawTruth(random);
        double[] response = new double[2];
        for (int trial = 0; trial < 15; trial++) {
            double[] stimulus = stimuli[random.nextInt(stimuli.length)];
            truth.respond(stimulus, random, response);
            belief.condition(stimulus, response);
        }
    }

    /** From the last to the first, so that fewer and fewer targets are on. */
    private void agree(ResponsePredictor listed, StimulusPredictor.View free, Question question) {
        ResponsePredictor.View view = listed.newView();
        for (int i = stimuli.length - 1; i >= 0; i--) {
            assertThat(answers(free.predict(stimuli[i]), question))
                    .containsExactly(answers(view.predict(i), question));
        }
    }

    private static double[] answers(Prediction prediction, Question question) {
        return switch (question) {
            case Question.Information _ -> new double[]{prediction.informationNats()};
            case Question.ExpectedResponse _ -> new double[]{prediction.mean(0), prediction.variance(0)};
            case Question.Exceedance _ -> new double[]{prediction.mean(0), prediction.variance(0),
                    prediction.probabilityAbove(0, LEVEL), prediction.expectedExcess(0, LEVEL)};
            case Question.VarianceReduction _ -> new double[]{prediction.varianceReduction()};
            case Question.DeterminantReduction _ -> new double[]{prediction.logDeterminantReduction()};
        };
    }
}
