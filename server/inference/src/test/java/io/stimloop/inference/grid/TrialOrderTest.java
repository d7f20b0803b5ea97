package io.stimloop.inference.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.ParameterSummary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trials are independent given the parameters, so their order tells nothing. */
final class TrialOrderTest {
    private static final double ROUNDING = 1e-9;

    @ParameterizedTest
    @MethodSource("io.stimloop.inference.grid.RandomCase#small")
    void orderOfTrialsDoesNotMatter(RandomCase drawn) {
        List<Trial> trials = drawn.trials(20);
        GridBelief wanted = drawn.belief();
        trials.forEach(trial -> trial.teach(wanted));
        for (int shuffle = 0; shuffle < 3; shuffle++) {
            GridBelief belief = drawn.belief();
            shuffled(drawn, trials).forEach(trial -> trial.teach(belief));
            agree(drawn, belief, wanted);
        }
    }

    private static List<Trial> shuffled(RandomCase drawn, List<Trial> trials) {
        List<Trial> left = new ArrayList<>(trials);
        List<Trial> order = new ArrayList<>();
        while (!left.isEmpty()) {
            order.add(left.remove(drawn.random().nextInt(left.size())));
        }
        return order;
    }

    private static void agree(RandomCase drawn, GridBelief belief, GridBelief wanted) {
        assertThat(belief.entropyNats()).as("%s", drawn).isCloseTo(wanted.entropyNats(), within(ROUNDING));
        for (int k = 0; k < wanted.marginals().size(); k++) {
            ParameterSummary summary = belief.parameters().get(k);
            ParameterSummary other = wanted.parameters().get(k);
            double scale = 1 + Math.abs(other.mean());
            assertThat(belief.marginals().get(k)).as("%s, %s", drawn, other.name())
                    .containsExactly(wanted.marginals().get(k), within(ROUNDING));
            assertThat(summary.mean()).as("%s, %s", drawn, other.name())
                    .isCloseTo(other.mean(), within(ROUNDING * scale));
            assertThat(summary.sd() * summary.sd()).as("%s, %s", drawn, other.name())
                    .isCloseTo(other.sd() * other.sd(), within(ROUNDING * scale * scale));
        }
    }
}
