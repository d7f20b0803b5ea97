package io.stimloop.inference.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.DiscretePrediction;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.objective.Infomax;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.TuningCurve;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of the mutual information between the next count and the parameters. */
final class InformationTest {
    private static final double ACCURACY = 1e-8;
    private static final int CANDIDATES = 7;

    @ParameterizedTest
    @MethodSource("io.stimloop.inference.grid.RandomCase#small")
    void informationIsAtMostTheEntropyOfEitherSide(RandomCase drawn) {
        for (int trials = 0; trials < 6; trials += 2) {
            GridBelief belief = drawn.beliefAfter(trials);
            ResponsePredictor.View view = belief.predictor(drawn.candidates(CANDIDATES)).newView();
            for (int i = 0; i < CANDIDATES; i++) {
                DiscretePrediction prediction = (DiscretePrediction) view.predict(i);
                double least = Math.min(BruteCounts.entropy(prediction.probabilities()),
                        belief.entropyNats());
                assertThat(new Infomax().utility(prediction)).as("%s, candidate %d", drawn, i)
                        .isBetween(0.0, least + ACCURACY);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.stimloop.inference.grid.RandomCase#small")
    void nothingIsToBeLearnedAboutKnownParameters(RandomCase drawn) {
        GridBelief belief = new GridBelief(known(drawn.model()));
        ResponsePredictor.View view = belief.predictor(drawn.candidates(CANDIDATES)).newView();
        for (int i = 0; i < CANDIDATES; i++) {
            assertThat(new Infomax().utility(view.predict(i))).as("%s, candidate %d", drawn, i)
                    .isCloseTo(0, within(ACCURACY));
        }
    }

    @ParameterizedTest
    @MethodSource("io.stimloop.inference.grid.RandomCase#small")
    void entropyIsExpectedToFallByTheInformation(RandomCase drawn) {
        GridBelief belief = drawn.beliefAfter(1);
        double[][] candidates = drawn.candidates(3);
        ResponsePredictor.View view = belief.predictor(candidates).newView();
        for (int i = 0; i < candidates.length; i++) {
            DiscretePrediction prediction = (DiscretePrediction) view.predict(i);
            double expected = 0;
            for (int count = 0; count < prediction.symbols(); count++) {
                GridBelief after = belief.copy();
                after.condition(candidates[i], new double[]{count});
                expected += prediction.probabilities()[count] * after.entropyNats();
            }
            assertThat(expected).as("%s, candidate %d", drawn, i)
                    .isCloseTo(belief.entropyNats() - new Infomax().utility(prediction), within(ACCURACY));
        }
    }

    @ParameterizedTest
    @MethodSource("io.stimloop.inference.grid.RandomCase#wideRanging")
    void predictedProbabilitiesSumToOne(RandomCase drawn) {
        ResponsePredictor.View view = drawn.beliefAfter(2).predictor(drawn.candidates(CANDIDATES)).newView();
        for (int i = 0; i < CANDIDATES; i++) {
            DiscretePrediction prediction = (DiscretePrediction) view.predict(i);
            double sum = 0;
            for (int count = 0; count < prediction.symbols(); count++) {
                assertThat(prediction.probabilities()[count]).as("%s, count %d", drawn, count)
                        .isNotNegative();
                sum += prediction.probabilities()[count];
            }
            assertThat(sum).as("%s, candidate %d", drawn, i).isCloseTo(1, within(ACCURACY));
        }
    }

    /** The model with the last value of each parameter only. */
    private static TuningCurve known(TuningCurve model) {
        List<ParameterAxis> axes = model.axes().stream()
                .map(axis -> new ParameterAxis(axis.name(), new double[]{axis.last()}, new double[]{1}))
                .toList();
        return new TuningCurve(model.shape(), model.period(), axes, model.noise(), model.countCeiling());
    }
}
