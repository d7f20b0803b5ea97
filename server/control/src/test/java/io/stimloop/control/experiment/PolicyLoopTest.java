package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.planning.design.BalancedBlocks;
import io.stimloop.v1.DecisionSource;
import org.junit.jupiter.api.Test;

/** Policies and methods made of methods, through the loop. */
class PolicyLoopTest {
    private static final String STAIRCASE = "staircase { criterion: 5 start: 0 down_after: 1 }";

    private static double presented(RecordingPort rig) {
        return rig.lastPresent().getStimulus(0);
    }

    @Test
    void aStaircaseGoesByTheResponsesOfTheRig() {
        Bench bench = Bench.of(STAIRCASE, "");
        RecordingPort rig = bench.connect();
        assertThat(presented(rig)).isZero();
        bench.count(rig, 5);
        assertThat(presented(rig)).as("a yes").isEqualTo(-5);
        bench.count(rig, 4);
        assertThat(presented(rig)).as("a no").isZero();
        assertThat(rig.lastPresent().getDecision().getSource()).isEqualTo(DecisionSource.POLICY);
    }

    @Test
    void aTrialThatWasInvalidIsAskedForAgain() {
        Bench bench = Bench.of(STAIRCASE, "");
        RecordingPort rig = bench.connect();
        bench.count(rig, 9);
        bench.outcome(rig, Bench.invalid(2));
        assertThat(presented(rig)).isEqualTo(-5);
        bench.count(rig, 0);
        assertThat(presented(rig)).isZero();
    }

    /** The staircase learns from its own trials only: all responses are a no in its trials, a yes in the others. */
    @Test
    void aStaircaseInAMixtureGoesByItsOwnTrials() {
        Bench bench = Bench.of("mixture { first { sequence { stimuli { values: -10 } } } second { "
                + STAIRCASE.replace("start: 0", "start: -5") + " } epsilon: 0.5 }", "");
        RecordingPort rig = bench.connect();
        int ofStaircase = 0;
        double level = -5;
        for (int trial = 0; trial < 40; trial++) {
            boolean own = rig.lastPresent().getDecision().getSource() == DecisionSource.POLICY;
            if (own) {
                assertThat(presented(rig)).isEqualTo(level);
                level = Math.min(10, level + 5);
                ofStaircase++;
            } else {
                assertThat(presented(rig)).isEqualTo(-10);
            }
            bench.count(rig, own ? 0 : 20);
        }
        assertThat(ofStaircase).isBetween(8, 32);
    }

    @Test
    void aScheduleGoesFromADesignToTheSearch() {
        Bench bench = Bench.of("""
                schedule {
                  stages { method { sequence { stimuli { values: 5 } } } trials: 2 }
                  stages { method { sequence { stimuli { values: -5 } } } trials: 1 }
                  stages { method { search { random_first: 1 } } }
                }""", "");
        RecordingPort rig = bench.connect();
        for (int trial = 0; trial < 5; trial++) {
            bench.count(rig, 3);
        }
        assertThat(bench.listener.decisions.stream().map(decision -> decision.source().name()))
                .containsExactly(
                        "DESIGN", "DESIGN", "DESIGN", "DESIGN", "SEARCH", "SEARCH");
        assertThat(bench.listener.decisions.stream().limit(3).map(decision -> decision.stimulus()[0]))
                .containsExactly(5.0, 5.0, -5.0);
    }

    @Test
    void designsInsideDrawWithSeedsOfTheirOwn() {
        Bench bench = Bench.of("mixture { first { balanced { } } second { balanced { } } epsilon: 1 }", "");
        RecordingPort rig = bench.connect();
        BalancedBlocks alone = new BalancedBlocks(bench.spec.candidates(), bench.spec.seed());
        int alike = 0;
        for (int trial = 0; trial < 30; trial++) {
            alike += presented(rig) == alone.stimulus(trial)[0] ? 1 : 0;
            bench.count(rig, 3);
        }
        assertThat(alike).isLessThan(20);
    }

    @Test
    void thompsonSamplingLearnsWhereTheResponsesAreTheGreatest() {
        RiglessExperiment experiment = new RiglessExperiment(
                Specs.seeking("expected_improvement { }", "thompson { }"));
        int best = 0;
        for (int trial = 0; trial < 60; trial++) {
            double x = experiment.next()[0];
            best += trial >= 30 && x == 5 ? 1 : 0;
            experiment.learn(new double[]{x == 5 ? 9 : 1});
        }
        assertThat(best).isGreaterThanOrEqualTo(28);
    }
}
