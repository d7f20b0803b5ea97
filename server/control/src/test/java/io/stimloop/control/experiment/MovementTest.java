package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.control.spec.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stimulus that can move only so far from one trial to the next. */
class MovementTest {
    private static final double STEP = 5;

    @ParameterizedTest
    @ValueSource(strings = {"search { }", "random { }", "balanced { }", "search { random_first: 5 }",
            "search { balanced_share: 0.5 }", "sobol { }",
            "staircase { criterion: 2 step_down: 3 step_up: 4 }",
            "mixture { first { random { } } second { sobol { } } epsilon: 0.5 }"})
    void everyWayOfChoosingObeysTheLimit(String planner) {
        RiglessExperiment experiment = new RiglessExperiment(Specs.moving(planner, STEP));
        double before = experiment.next()[0];
        boolean moved = false;
        for (int trial = 0; trial < 60; trial++) {
            experiment.learn(new double[]{before == 5 ? 9 : trial % 4});
            double now = experiment.next()[0];
            assertThat(Math.abs(now - before)).isLessThanOrEqualTo(STEP);
            moved |= now != before;
            before = now;
        }
        assertThat(moved).isTrue();
    }

    @Test
    void aFallbackObeysItToo() {
        Bench bench = Bench.of("bench", Specs.moving(
                "deadline { nanos: 50000 } search { } fallback: STIMULUS fallback_stimulus: 10", STEP));
        RecordingPort rig = bench.connect();
        double before = rig.lastPresent().getStimulus(0);
        for (int trial = 0; trial < 6; trial++) {
            bench.count(rig, 1);
            double now = rig.lastPresent().getStimulus(0);
            assertThat(Math.abs(now - before)).isLessThanOrEqualTo(STEP);
            before = now;
        }
        assertThat(before).as("it gets there step by step").isEqualTo(10);
    }

    @Test
    void itIsFromWhatWasReallyShownThatTheNextMoves() {
        Bench bench = Bench.of("bench", Specs.moving(
                "deadline { nanos: 50000 } search { } fallback: STIMULUS fallback_stimulus: 10", STEP));
        RecordingPort rig = bench.connect();
        bench.outcome(rig,
                Bench.counted(rig.lastPresent().getTrial(), 1).toBuilder().addPresented(-7).build());
        assertThat(rig.lastPresent().getStimulusList()).containsExactly(-5.0);
    }

    @Test
    void aSequenceThatMovesFartherIsRefused() {
        assertThat(SpecResolver.resolve(Specs.parsed(Specs.movingText(Specs.SEQUENCE, STEP)), 100_000_000L))
                .isInstanceOfSatisfying(Resolution.Refused.class, refused -> assertThat(refused.violations())
                        .containsExactly(new Violation("planner.sequence.stimuli[0]",
                                "is farther from the one before than maxStep allows; the first follows the last"
                                        + " (and 4 more like it)")));
    }
}
