package io.stimloop.inference.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.DiscretePrediction;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.objective.Infomax;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fast predictor against the plain one. Errors of interpolation average out over the cells of a grid,
 * so the hard cases are beliefs in a few cells only: the worst of these models is off by 4e-9 nats with a
 * count ceiling, where the curve of its probability over the rate is steepest, and by 6e-10 without.
 */
final class PushForwardBoundTest {
    private static final double WITH_CEILING = 1e-8;
    private static final double WITHOUT_CEILING = 2e-9;
    private static final int CANDIDATES = 9;

    @ParameterizedTest
    @MethodSource({"io.stimloop.inference.grid.RandomCase#small",
            "io.stimloop.inference.grid.RandomCase#wideRanging"})
    void informationIsThatOfThePlainPredictor(RandomCase drawn) {
        double bound = drawn.model().countCeiling() > 0 ? WITH_CEILING : WITHOUT_CEILING;
        double[][] candidates = drawn.candidates(CANDIDATES);
        for (int trials = 0; trials < 4; trials += 3) {
            GridBelief belief = drawn.beliefAfter(trials);
            ResponsePredictor.View fast = belief.predictor(candidates).newView();
            ResponsePredictor.View plain = new PlainPredictor(drawn.model(), belief, candidates).newView();
            for (int i = 0; i < CANDIDATES; i++) {
                agree(drawn + ", candidate " + i, (DiscretePrediction) fast.predict(i),
                        (DiscretePrediction) plain.predict(i), bound);
            }
        }
    }

    private static void agree(String where, DiscretePrediction found, DiscretePrediction wanted,
            double bound) {
        assertThat(found.symbols()).as(where).isEqualTo(wanted.symbols());
        assertThat(found.probabilities()).as(where).containsExactly(wanted.probabilities(),
                within(WITH_CEILING));
        assertThat(found.conditionalEntropyNats()).as(where)
                .isCloseTo(wanted.conditionalEntropyNats(), within(bound));
        assertThat(new Infomax().utility(found)).as(where)
                .isCloseTo(new Infomax().utility(wanted), within(bound));
    }
}
