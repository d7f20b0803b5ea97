package io.stimloop.planning.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Previous;
import io.stimloop.planning.design.DesignPlanner;
import io.stimloop.planning.design.FixedSequence;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Targets rest, whoever plans. */
class RestingPlannerTest {
    private final AtomicLong clock = new AtomicLong();
    /** The first rests for 10, the second for 100, the third never. */
    private final Rest rest = new Rest(new long[]{10, 100, 0});

    @Test
    void aTargetIsLitAgainWhenItsTimeHasPassedSinceTheCommand() {
        Planner planner = presenting(new double[]{1, 1, 1});
        assertThat(plan(planner, Previous.NONE, 0)).containsExactly(1, 1, 1);
        Previous all = lit(new double[]{2, 1, 1}, 5);
        assertThat(plan(planner, all, 5)).containsExactly(0, 0, 1);
        assertThat(plan(planner, all, 14)).containsExactly(0, 0, 1);
        assertThat(plan(planner, all, 15)).as("5 + 10").containsExactly(1, 0, 1);
        assertThat(plan(planner, lit(new double[]{0, 0, 1}, 15), 104)).as("two trials later")
                .containsExactly(1, 0, 1);
        assertThat(plan(planner, lit(new double[]{0, 0, 1}, 15), 105)).containsExactly(1, 1, 1);
    }

    @Test
    void anInvalidTrialOrARepeatedCommandCountsFromWhenItLeftLast() {
        Planner planner = presenting(new double[]{1, 0, 0});
        plan(planner, lit(new double[]{1, 0, 0}, 0), 5);
        assertThat(plan(planner, lit(new double[]{1, 0, 0}, 8), 12)).isEmpty();
        assertThat(plan(planner, lit(new double[]{1, 0, 0}, 8), 18)).containsExactly(1, 0, 0);
    }

    @Test
    void whatIsLeftOutIsSaid() {
        Planner planner = presenting(new double[]{1, 1, 0});
        assertThat(planner.warnings()).isEmpty();
        Decision blank = decision(planner, lit(new double[]{1, 1, 0}, 0), 1);
        assertThat(blank.stimulus()).isEmpty();
        assertThat(blank.source()).isEqualTo(DecisionSource.DESIGN);
        plan(planner, lit(new double[]{1, 0, 0}, 1), 20);
        assertThat(planner.warnings()).singleElement().asString().startsWith("refractory: ")
                .contains("1 were presented without them", "a blank instead of 1");
    }

    @Test
    void listedPatternsWithATargetThatMustRestAreOutOfReach() {
        RestReach reach = new RestReach(rest, new double[][]{{1, 0, 0}, {0, 2, 0}, {0, 1, 1}, {0, 0, 0}});
        rest.update(lit(new double[]{0, 1, 0}, 0), 99);
        assertThat(List.of(0, 1, 2, 3)).filteredOn(candidate -> reach.allows(candidate, Previous.NONE))
                .containsExactly(0, 3);
        rest.update(Previous.NONE, 100);
        assertThat(reach.allows(1, Previous.NONE)).isTrue();
    }

    private Planner presenting(double[] pattern) {
        return new RestingPlanner(new DesignPlanner(new FixedSequence(new double[][]{pattern}), clock::get),
                rest, clock::get);
    }

    private static Previous lit(double[] pattern, long commanded) {
        return new Previous(pattern, new double[0], commanded);
    }

    private double[] plan(Planner planner, Previous previous, long now) {
        return decision(planner, previous, now).stimulus();
    }

    private Decision decision(Planner planner, Previous previous, long now) {
        clock.set(now);
        return planner.plan(new PlanningRequest(0, now + 1000, previous));
    }
}
