package io.stimloop.planning.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.PlanningRequest;
import org.junit.jupiter.api.Test;

class DesignPlannerTest {
    private static final double[][] SEQUENCE = {{10}, {20}, {}, {20}};

    @Test
    void aSequenceComesInItsOrderAndFromTheFirstAgainAfterTheLast() {
        FixedSequence sequence = new FixedSequence(SEQUENCE);
        for (int position = 0; position < 12; position++) {
            assertThat(sequence.stimulus(position)).isEqualTo(SEQUENCE[position % 4]);
        }
    }

    @Test
    void aSequenceKeepsWhatItWasGiven() {
        double[][] stimuli = {{1}};
        FixedSequence sequence = new FixedSequence(stimuli);
        stimuli[0][0] = 2;
        assertThat(sequence.stimulus(0)).containsExactly(1);
    }

    @Test
    void anEmptySequenceIsRefused() {
        assertThatThrownBy(() -> new FixedSequence(new double[0][]))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("at least one");
    }

    @Test
    void theDecisionSaysThatADesignMadeIt() {
        Decision decision = new DesignPlanner(new FixedSequence(SEQUENCE), () -> 400)
                .plan(new PlanningRequest(5, 1000));
        assertThat(decision.stimulus()).containsExactly(20);
        assertThat(decision.source()).isEqualTo(DecisionSource.DESIGN);
        assertThat(decision.utility()).isZero();
        assertThat(decision.evaluated()).isZero();
        assertThat(decision.candidates()).isEqualTo(4);
        assertThat(decision.slackNanos()).isEqualTo(600);
    }

    @Test
    void aTrialThatDidNotCountIsAskedForAgainAsItWas() {
        DesignPlanner planner = new DesignPlanner(new BalancedBlocks(SEQUENCE, 1), () -> 0);
        PlanningRequest dropped = new PlanningRequest(2, 1000);
        assertThat(planner.plan(dropped).stimulus()).isEqualTo(planner.plan(dropped).stimulus());
    }

    @Test
    void beingLateIsRecorded() {
        Decision decision = new DesignPlanner(new FixedSequence(SEQUENCE), () -> 1500)
                .plan(new PlanningRequest(0, 1000));
        assertThat(decision.slackNanos()).isEqualTo(-500);
    }
}
