package io.stimloop.inference.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.objective.Infomax;
import io.stimloop.inference.response.ParameterAxis;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Agreement of beliefs about random models with {@link BruteForce}. */
final class BruteForceTest {
    private static final double ACCURACY = 1e-9;
    /** What the push-forward may be off; {@link PushForwardBoundTest} has the measured figures. */
    private static final double INFORMATION_ACCURACY = 1e-8;
    private static final int TRIALS = 8;

    @ParameterizedTest
    @MethodSource("io.stimloop.inference.grid.RandomCase#small")
    void marginalsAndEntropyAgreeAfterEveryTrial(RandomCase drawn) {
        GridBelief belief = drawn.belief();
        BruteForce wanted = new BruteForce(drawn.model());
        for (Trial trial : drawn.trials(TRIALS)) {
            trial.teach(belief);
            wanted.condition(trial);
            assertThat(belief.entropyNats()).as("%s, entropy", drawn)
                    .isCloseTo(wanted.entropyNats(), within(ACCURACY));
            List<double[]> marginals = belief.marginals();
            for (int k = 0; k < marginals.size(); k++) {
                assertThat(marginals.get(k)).as("%s, marginal %d", drawn, k)
                        .containsExactly(wanted.marginal(k), within(ACCURACY));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.stimloop.inference.grid.RandomCase#small")
    void meansAndStandardDeviationsAgree(RandomCase drawn) {
        GridBelief belief = drawn.belief();
        BruteForce wanted = new BruteForce(drawn.model());
        for (Trial trial : drawn.trials(2)) {
            trial.teach(belief);
            wanted.condition(trial);
        }
        List<ParameterAxis> axes = drawn.model().axes();
        for (int k = 0; k < axes.size(); k++) {
            boolean wraps = drawn.model().shape().periodic() && axes.get(k).name().equals("preferred");
            if (!wraps) {
                momentsAgree(drawn, belief.parameters().get(k), axes.get(k).values(), wanted.marginal(k));
            }
        }
    }

    private static void momentsAgree(RandomCase drawn, ParameterSummary found, double[] values,
            double[] mass) {
        double mean = 0;
        double square = 0;
        for (int i = 0; i < mass.length; i++) {
            mean += mass[i] * values[i];
        }
        for (int i = 0; i < mass.length; i++) {
            square += mass[i] * (values[i] - mean) * (values[i] - mean);
        }
        double scale = 1 + values[values.length - 1] * values[values.length - 1];
        assertThat(found.mean()).as("%s, %s", drawn, found).isCloseTo(mean, within(ACCURACY * scale));
        assertThat(found.sd() * found.sd()).as("%s, %s", drawn, found)
                .isCloseTo(square, within(ACCURACY * scale));
    }

    @ParameterizedTest
    @MethodSource("io.stimloop.inference.grid.RandomCase#small")
    void informationAgreesForEveryCandidate(RandomCase drawn) {
        double[][] candidates = drawn.candidates(5);
        GridBelief belief = drawn.belief();
        BruteForce wanted = new BruteForce(drawn.model());
        ResponsePredictor predictor = belief.predictor(candidates);
        for (Trial trial : drawn.trials(2)) {
            informationAgrees(drawn, candidates, predictor, wanted);
            trial.teach(belief);
            wanted.condition(trial);
            predictor.refresh();
        }
        informationAgrees(drawn, candidates, predictor, wanted);
    }

    @ParameterizedTest
    @MethodSource("io.stimloop.inference.grid.RandomCase#small")
    void informationOfThePlainPredictorAgreesToRounding(RandomCase drawn) {
        double[][] candidates = drawn.candidates(5);
        GridBelief belief = drawn.belief();
        BruteForce wanted = new BruteForce(drawn.model());
        for (Trial trial : drawn.trials(2)) {
            trial.teach(belief);
            wanted.condition(trial);
        }
        ResponsePredictor.View plain = new PlainPredictor(drawn.model(), belief, candidates).newView();
        for (int i = 0; i < candidates.length; i++) {
            assertThat(new Infomax().utility(plain.predict(i))).as("%s, candidate %d", drawn, i)
                    .isCloseTo(wanted.informationNats(candidates[i][0]), within(ACCURACY));
        }
    }

    private static void informationAgrees(RandomCase drawn, double[][] candidates,
            ResponsePredictor predictor, BruteForce wanted) {
        ResponsePredictor.View view = predictor.newView();
        for (int i = 0; i < candidates.length; i++) {
            assertThat(new Infomax().utility(view.predict(i))).as("%s, candidate %d", drawn, i)
                    .isCloseTo(wanted.informationNats(candidates[i][0]), within(INFORMATION_ACCURACY));
        }
    }
}
