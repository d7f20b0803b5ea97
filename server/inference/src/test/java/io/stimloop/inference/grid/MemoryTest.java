package io.stimloop.inference.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What inference takes is known before it is taken. */
final class MemoryTest {
    private static final int CANDIDATES = 40;

    @ParameterizedTest
    @MethodSource("io.stimloop.inference.grid.RandomCase#large")
    void bytesNeededAreThoseHeld(RandomCase drawn) throws IllegalAccessException {
        GridBelief belief = drawn.belief();
        ResponsePredictor predictor = belief.predictor(drawn.candidates(CANDIDATES));
        assertThat(belief.forecast(drawn.candidates(2)[0]).probability(0, 1)).isNotNegative();
        long held = HeldBytes.of(belief, belief.copy(), predictor, predictor.newView(), predictor.newView());
        double needed = new TuningCurveSource(drawn.model()).bytesNeeded(CANDIDATES, Question.INFORMATION);
        assertThat(needed / held).as("%s, %d cells: %.0f bytes needed, %d held", drawn, drawn.cells(), needed,
                held).isBetween(0.9, 1.1);
    }

    @ParameterizedTest
    @MethodSource("io.stimloop.inference.grid.RandomCase#large")
    void bytesOfAPredictorAreThoseHeldBesidesTheBelief(RandomCase drawn) throws IllegalAccessException {
        GridBelief belief = drawn.belief();
        ResponsePredictor predictor = belief.predictor(drawn.candidates(CANDIDATES));
        long held = HeldBytes.of(predictor, predictor.newView())
                - HeldBytes.of(drawn.belief().posterior(), new TuningCurveGrid(drawn.model()));
        assertThat((double) predictor.bytes() / held).as("%s, %d cells", drawn, drawn.cells())
                .isBetween(0.9, 1.1);
    }
}
