package io.stimloop.inference.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.CurvePoint;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.objective.Infomax;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.TuningCurve;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On a circle nothing depends on where zero is. */
final class RotationTest {
    private static final double ROUNDING = 1e-9;

    static Stream<RandomCase> circular() {
        return RandomCase.small().filter(drawn -> drawn.model().shape().periodic());
    }

    @ParameterizedTest
    @MethodSource("circular")
    void turningStimuliAndPreferredTogetherChangesNothing(RandomCase drawn) {
        double turn = drawn.model().period() * (drawn.random().nextDouble() - 0.5);
        agree(drawn, new GridBelief(turned(drawn.model(), turn)), turn);
    }

    @ParameterizedTest
    @MethodSource("circular")
    void aWholeTurnOfTheStimulusChangesNothing(RandomCase drawn) {
        agree(drawn, drawn.belief(), drawn.model().period());
        agree(drawn, drawn.belief(), -3 * drawn.model().period());
    }

    private static void agree(RandomCase drawn, GridBelief turned, double turn) {
        GridBelief belief = drawn.belief();
        for (Trial trial : drawn.trials(5)) {
            trial.teach(belief);
            new Trial(trial.stimulus() + turn, trial.count()).teach(turned);
        }
        for (int k = 0; k < belief.marginals().size(); k++) {
            assertThat(turned.marginals().get(k)).as("%s, turned by %s, marginal %d", drawn, turn, k)
                    .containsExactly(belief.marginals().get(k), within(ROUNDING));
        }
        double[][] stimuli = drawn.candidates(5);
        double[][] turnedStimuli = Arrays.stream(stimuli).map(row -> new double[]{row[0] + turn})
                .toArray(double[][]::new);
        List<CurvePoint> curve = belief.curve(stimuli);
        List<CurvePoint> turnedCurve = turned.curve(turnedStimuli);
        ResponsePredictor.View view = belief.predictor(stimuli).newView();
        ResponsePredictor.View turnedView = turned.predictor(turnedStimuli).newView();
        for (int i = 0; i < stimuli.length; i++) {
            assertThat(turnedCurve.get(i).mean()).as("%s, turned by %s", drawn, turn)
                    .isCloseTo(curve.get(i).mean(), within(ROUNDING));
            assertThat(new Infomax().utility(turnedView.predict(i))).as("%s, turned by %s", drawn, turn)
                    .isCloseTo(new Infomax().utility(view.predict(i)), within(ROUNDING));
        }
    }

    private static TuningCurve turned(TuningCurve model, double turn) {
        List<ParameterAxis> axes = model.axes().stream()
                .map(axis -> axis.name().equals("preferred") ? moved(axis, turn) : axis).toList();
        return new TuningCurve(model.shape(), model.period(), axes, model.noise(), model.countCeiling());
    }

    private static ParameterAxis moved(ParameterAxis axis, double turn) {
        double[] values = Arrays.stream(axis.values()).map(value -> value + turn).toArray();
        return new ParameterAxis(axis.name(), values, axis.prior());
    }
}
