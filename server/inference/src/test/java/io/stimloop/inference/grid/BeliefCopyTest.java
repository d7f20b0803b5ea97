package io.stimloop.inference.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stimloop.inference.belief.DiscretePrediction;
import io.stimloop.inference.belief.ResponsePredictor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Copies go their own ways, and predictors follow the belief they were made for. All to the last bit. */
final class BeliefCopyTest {
    private static final int CANDIDATES = 4;

    @ParameterizedTest
    @MethodSource("io.stimloop.inference.grid.RandomCase#small")
    void copiesAreIndependent(RandomCase drawn) {
        List<Trial> trials = drawn.trials(6);
        GridBelief belief = drawn.beliefAfter(2);
        GridBelief copy = belief.copy();
        GridBelief before = belief.copy();
        trials.forEach(trial -> trial.teach(copy));
        same(drawn, belief, before);
        trials.forEach(trial -> trial.teach(belief));
        same(drawn, belief, copy);
        trials.forEach(trial -> trial.teach(belief));
        trials.forEach(trial -> trial.teach(before));
        same(drawn, copy, before);
    }

    @ParameterizedTest
    @MethodSource("io.stimloop.inference.grid.RandomCase#small")
    void aPredictorOverACopySeesTheCopyOnly(RandomCase drawn) {
        double[][] candidates = drawn.candidates(CANDIDATES);
        GridBelief belief = drawn.beliefAfter(1);
        ResponsePredictor predictor = belief.predictor(candidates);
        double[][] before = predictions(predictor);
        GridBelief copy = belief.copy();
        ResponsePredictor overCopy = predictor.over(copy);
        drawn.trials(3).forEach(trial -> trial.teach(copy));
        overCopy.refresh();
        assertThat(predictions(overCopy)).as("%s", drawn)
                .isDeepEqualTo(predictions(copy.predictor(candidates)));
        predictor.refresh();
        assertThat(predictions(predictor)).as("%s", drawn).isDeepEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("io.stimloop.inference.grid.RandomCase#small")
    void refreshTakesUpTheNewestTrials(RandomCase drawn) {
        double[][] candidates = drawn.candidates(CANDIDATES);
        GridBelief belief = drawn.belief();
        ResponsePredictor predictor = belief.predictor(candidates);
        ResponsePredictor.View early = predictor.newView();
        for (Trial trial : drawn.trials(5)) {
            trial.teach(belief);
            predictor.refresh();
            double[][] wanted = predictions(belief.predictor(candidates));
            assertThat(predictions(early)).as("%s", drawn).isDeepEqualTo(wanted);
            assertThat(predictions(predictor)).as("%s", drawn).isDeepEqualTo(wanted);
        }
    }

    @ParameterizedTest
    @MethodSource("io.stimloop.inference.grid.RandomCase#small")
    void aBeliefAboutAnotherModelIsRefused(RandomCase drawn) {
        ResponsePredictor predictor = drawn.belief().predictor(drawn.candidates(2));
        assertThatIllegalArgumentException().as("%s", drawn)
                .isThrownBy(() -> predictor.over(drawn.next().belief()))
                .withMessageContaining("belief: ");
    }

    private static void same(RandomCase drawn, GridBelief belief, GridBelief other) {
        assertThat(belief.trials()).as("%s", drawn).isEqualTo(other.trials());
        assertThat(belief.entropyNats()).as("%s", drawn).isEqualTo(other.entropyNats());
        assertThat(belief.marginals().toArray(double[][]::new)).as("%s", drawn)
                .isDeepEqualTo(other.marginals().toArray(double[][]::new));
    }

    private static double[][] predictions(ResponsePredictor predictor) {
        return predictions(predictor.newView());
    }

    /** For each candidate the probabilities and, last, the conditional entropy. */
    private static double[][] predictions(ResponsePredictor.View view) {
        double[][] rows = new double[CANDIDATES][];
        for (int i = 0; i < CANDIDATES; i++) {
            DiscretePrediction prediction = (DiscretePrediction) view.predict(i);
            rows[i] = Arrays.copyOf(prediction.probabilities(), prediction.symbols() + 1);
            rows[i][prediction.symbols()] = prediction.conditionalEntropyNats();
        }
        return rows;
    }
}
