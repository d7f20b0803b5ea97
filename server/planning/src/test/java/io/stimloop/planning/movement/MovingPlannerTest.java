package io.stimloop.planning.movement;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Previous;
import io.stimloop.planning.design.DesignPlanner;
import io.stimloop.planning.design.FixedSequence;
import org.junit.jupiter.api.Test;

/** A design that knows of no limits. */
class MovingPlannerTest {
    private static final double[][] CANDIDATES = {{0}, {10}, {20}, {30}, {40}, {50}};
    private static final double[] BLANK = {};

    private final MovingPlanner planner = new MovingPlanner(
            new DesignPlanner(new FixedSequence(new double[][]{{50}, {0}, BLANK}), () -> 0),
            new MovementLimits(new double[]{10}, new double[]{Double.NaN}), CANDIDATES);

    private Decision after(long position, double... before) {
        return planner.plan(new PlanningRequest(position, 1_000, Previous.presented(before)));
    }

    @Test
    void whatCanBeReachedIsPresentedAsItWasChosen() {
        assertThat(after(0).stimulus()).as("nothing before").containsExactly(50);
        assertThat(after(1, 10).stimulus()).containsExactly(0);
        assertThat(after(2, 10).stimulus()).as("a blank moves nothing").isEmpty();
    }

    @Test
    void ofWhatCannotBeReachedTheNearestThatCan() {
        Decision decision = after(0, 10);
        assertThat(decision.stimulus()).containsExactly(20);
        assertThat(planner.reason()).isEqualTo("its choice was out of reach, the nearest was taken");
        assertThat(decision.source()).isEqualTo(DecisionSource.DESIGN);
        assertThat(after(1, 40).stimulus()).containsExactly(30);
        assertThat(after(1, 44).stimulus()).as("from between the candidates").containsExactly(40);
        assertThat(planner.warnings()).isEmpty();
    }

    @Test
    void afterABlankTheApparatusStandsWhereItStood() {
        after(0, 10);
        assertThat(after(0, BLANK).stimulus()).containsExactly(20);
    }

    @Test
    void whereNothingCanBeReachedABlankIsPresentedAndTheOperatorIsTold() {
        assertThat(after(0, 70).stimulus()).isEmpty();
        assertThat(planner.warnings()).singleElement().asString().startsWith("stimulus: no candidate");
        assertThat(after(0, 40).stimulus()).containsExactly(50);
        assertThat(planner.warnings()).as("it stays, for a look comes now and then only").hasSize(1);
    }
}
