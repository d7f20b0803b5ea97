package io.stimloop.inference.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.grid.Refined.Shown;
import io.stimloop.inference.objective.Infomax;
import io.stimloop.inference.points.GroupedTrials;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Predictors live through refinements. */
final class RefiningPredictorTest {
    static Stream<Arguments> experiments() {
        return Stream.of(
                Arguments.of("tuning curve", Refined.coarse().refined(Refinement.USUAL), Refined.STIMULI,
                        Refined.trials(Refined.bumpAtWork(), Refined.STIMULI, 40)),
                Arguments.of("psychometric", Refined.coarseWeibull().refined(Refinement.USUAL),
                        Refined.LEVELS,
                        Refined.trials(Refined.coarseWeibull().truth(
                                Map.of("threshold", -17.3, "slope", 3.4, "lapse", 0.02)), Refined.LEVELS,
                                200)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("experiments")
    void aPredictorFollowsTheBeliefThroughRefinements(String name, BeliefSource source, double[][] stimuli,
            List<Shown> trials) {
        Belief belief = source.create();
        ResponsePredictor predictor = belief.predictor(stimuli, Question.INFORMATION);
        ResponsePredictor.View early = predictor.newView();
        for (Shown trial : trials) {
            belief.condition(trial.stimulus(), trial.response());
            Refined.maintain(belief);
            predictor.refresh();
            double[] wanted = informations(belief.predictor(stimuli, Question.INFORMATION).newView(),
                    stimuli);
            assertThat(informations(early, stimuli)).as("after trial %d", belief.trials())
                    .containsExactly(wanted);
        }
        assertThat(belief.state().arrays().get("refinements")).as(name).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("experiments")
    void aPredictorOverACopyThatWasRefinedSeesTheCopyOnly(String name, BeliefSource source,
            double[][] stimuli, List<Shown> trials) {
        Belief belief = source.create();
        ResponsePredictor predictor = belief.predictor(stimuli, Question.INFORMATION);
        double[] before = informations(predictor.newView(), stimuli);
        Belief copy = belief.copy();
        ResponsePredictor early = predictor.over(copy);
        Refined.taught(copy, trials);
        early.refresh();
        double[] wanted = informations(copy.predictor(stimuli, Question.INFORMATION).newView(), stimuli);
        assertThat(informations(early.newView(), stimuli)).as(name).containsExactly(wanted);
        assertThat(informations(predictor.over(copy).newView(), stimuli)).as(name).containsExactly(wanted);
        predictor.refresh();
        assertThat(informations(predictor.newView(), stimuli)).as(name).containsExactly(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("experiments")
    void theBytesNeededHoldTheGridsThatThereAreAtATime(String name, BeliefSource source, double[][] stimuli,
            List<Shown> trials) throws IllegalAccessException {
        Belief belief = source.create();
        ResponsePredictor predictor = belief.predictor(stimuli, Question.INFORMATION);
        ResponsePredictor.View early = predictor.newView();
        Belief shown = belief.copy();
        Refined.taught(belief, trials);
        assertThat(belief.forecast(stimuli[0]).probability(0, 1)).as(name).isNotNegative();
        predictor.refresh();
        long held = HeldBytes.of(belief, shown, predictor, early, predictor.newView());
        long grids = source.bytesNeeded(stimuli.length, Question.INFORMATION)
                - GroupedTrials.mostBytes();
        assertThat(grids).as(name).isBetween(held, 3 * held);
    }

    /** The information that each candidate promises, in nats. */
    private static double[] informations(ResponsePredictor.View view, double[][] stimuli) {
        Infomax infomax = new Infomax();
        return IntStream.range(0, stimuli.length).mapToDouble(i -> infomax.utility(view.predict(i)))
                .toArray();
    }
}
