package io.stimloop.inference.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.glm.FilterPrior;
import io.stimloop.inference.glm.GlmModel;
import io.stimloop.inference.glm.GlmSource;
import io.stimloop.inference.grid.Refinement;
import io.stimloop.inference.multinomial.Lapse;
import io.stimloop.inference.multinomial.Multinomial;
import io.stimloop.inference.multinomial.MultinomialSource;
import io.stimloop.inference.population.PopulationSource;
import io.stimloop.inference.response.Link;
import io.stimloop.inference.response.NoiseFamily;
import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is predicted of a stimulus does not depend on whether it was listed. */
final class StimulusPredictorTest {
    private static final double LEVEL = 0.8;
    private static final int TRIALS = 12;
    private static final Quantity TEST = new Quantity.Expectation(new double[]{-17}, 0, 0.5);

    private static MultinomialSource choices() {
        return new MultinomialSource(new Multinomial(2, 1, 0.1, new Lapse.Unknown(1, 19)));
    }

    private static GlmSource glm() {
        return new GlmSource(new GlmModel(Link.EXPONENTIAL, 2,
                new FilterPrior.Independent(new double[1], 1e-3), new GlmModel.Bias(true, 0.5, 0.3),
                new GlmModel.Lags(2, 0.1), new GlmModel.Lags(1, 0.1), 0));
    }

    static Stream<Arguments> beliefsAndQuestions() {
        return Stream.of(Arguments.of("psychometric grid", SmallSources.weibull(), "slope"),
                Arguments.of("refined psychometric grid", SmallSources.weibull().refined(Refinement.USUAL),
                        "slope"),
                Arguments.of("particles", SmallSources.particles(), "slope"),
                Arguments.of("tuning curve", SmallSources.bump(NoiseFamily.POISSON, 0), "width"),
                Arguments.of("refined tuning curve",
                        SmallSources.bump(NoiseFamily.NEGATIVE_BINOMIAL, 25).refined(Refinement.USUAL),
                        "width"),
                Arguments.of("multinomial", choices(), ""),
                Arguments.of("glm of two neurons", glm(), ""),
                Arguments.of("population of two",
                        new PopulationSource(SmallSources.bump(NoiseFamily.POISSON, 0), 2),
                        "width"))
                .flatMap(belief -> questions((String) belief.get()[2]).stream()
                        .filter(question -> ((BeliefSource) belief.get()[1]).predictsAnywhere(question))
                        .map(question -> Arguments.of(belief.get()[0], belief.get()[1], question)));
    }

    private static List<Question> questions(String parameter) {
        return List.of(Question.INFORMATION, new Question.Information(new double[]{2, 0.5}),
                new Question.ExpectedResponse(), new Question.Exceedance(),
                new Question.VarianceReduction(parameter.isEmpty()
                        ? List.of(TEST)
                        : List.of(new Quantity.Parameter(parameter, 0, 2), TEST)),
                new Question.DeterminantReduction(List.of(), new double[0]));
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("beliefsAndQuestions")
    void isPredictedAsACandidateIs(String name, BeliefSource source, Question question) {
        Belief belief = source.create();
        double[][] stimuli = stimuli();
        ResponsePredictor listed = belief.predictor(stimuli, question);
        StimulusPredictor free = belief.anywhere(question).orElseThrow();
        StimulusPredictor.View view = free.newView();
        assertThat(source.predictsAnywhere(question)).isTrue();
        agree(listed, view, stimuli, question);
        learn(source, belief);
        listed.refresh();
        free.refresh();
        agree(listed, view, stimuli, question);
        Belief copy = belief.copy();
        agree(listed.over(copy), free.over(copy).newView(), stimuli, question);
    }

    private static double[][] stimuli() {
        double[][] stimuli = new double[7][1];
        UniformRandomProvider random = Streams.of(3, 0, 0);
        Arrays.setAll(stimuli, i -> new double[]{random.nextDouble(-35, 0)});
        return stimuli;
    }

    private static void learn(BeliefSource source, Belief belief) {
        UniformRandomProvider random = Streams.of(4, 0, 0);
        Truth truth = source.drawTruth(random);
        double[] response = new double[source.responses().units()];
        for (int trial = 0; trial < TRIALS; trial++) {
            double[] stimulus = {random.nextDouble(-30, -5)};
            truth.respond(stimulus, random, response);
            belief.condition(stimulus, response);
            belief.maintenance().ifPresent(work -> work.run().adopt());
        }
    }

    private static void agree(ResponsePredictor listed, StimulusPredictor.View free, double[][] stimuli,
            Question question) {
        ResponsePredictor.View view = listed.newView();
        for (int i = 0; i < stimuli.length; i++) {
            assertThat(answers(free.predict(stimuli[i]), question))
                    .containsExactly(answers(view.predict(i), question), within(tolerance(listed, question)));
        }
    }

    /** Neurons that are predicted together are off by rounding and what masses are left out. */
    private static double tolerance(ResponsePredictor listed, Question question) {
        boolean together = question instanceof Question.Information
                && listed.newView().predict(0).units() > 1;
        return together ? 1e-6 : 1e-9;
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
