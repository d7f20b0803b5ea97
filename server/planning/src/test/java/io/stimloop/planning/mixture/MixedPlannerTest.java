package io.stimloop.planning.mixture;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Progress;
import io.stimloop.planning.decision.RunnerUp;
import io.stimloop.planning.design.FixedSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class MixedPlannerTest {
    private static final double OPENING = 1000;
    private static final double BALANCED = 2000;
    private static final double SEARCHED = 3000;

    private double share;
    private final List<Double> shares = new ArrayList<>();

    @Test
    void theOpeningComesFirstThenTheBalancedTrialsThenTheSearch() {
        assertThat(stimuli(planner(2, 3), 7)).containsExactly(OPENING, OPENING + 1, BALANCED, BALANCED + 1,
                BALANCED + 2, SEARCHED, SEARCHED);
    }

    @Test
    void aShareOfTheLaterTrialsIsSpreadEvenlyAndGoesOnInTheBalancedDesign() {
        share = 0.25;
        assertThat(stimuli(planner(0, 1), 9)).containsExactly(BALANCED, SEARCHED, SEARCHED, SEARCHED,
                BALANCED + 1,
                SEARCHED, SEARCHED, SEARCHED, BALANCED + 2);
    }

    @Test
    void aShareOfOneLeavesNothingToTheSearch() {
        share = 1;
        assertThat(stimuli(planner(0, 0), 3)).containsExactly(BALANCED, BALANCED + 1, BALANCED + 2);
    }

    @Test
    void aDroppedTrialIsAskedForAgainAsItWas() {
        share = 0.5;
        Planner planner = planner(0, 0);
        List<Double> twice = LongStream.range(0, 8).mapToObj(i -> stimulus(planner, i / 2)).toList();
        assertThat(twice).containsExactly(SEARCHED, SEARCHED, BALANCED, BALANCED, SEARCHED, SEARCHED,
                BALANCED + 1,
                BALANCED + 1);
    }

    @Test
    void aShareThatChangesTakesEffectFromTheNextTrial() {
        Planner planner = planner(0, 0);
        assertThat(stimulus(planner, 0)).isEqualTo(SEARCHED);
        share = 1;
        assertThat(stimulus(planner, 1)).isEqualTo(BALANCED);
        share = 0;
        assertThat(stimulus(planner, 2)).isEqualTo(SEARCHED);
        assertThat(shares).containsExactly(0.0, 1.0, 0.0);
    }

    private Planner planner(long opening, long balanced) {
        return new MixedPlanner(new FixedSequence(counting(OPENING)), opening,
                new FixedSequence(counting(BALANCED)),
                balanced, () -> {
                    shares.add(share);
                    return share;
                }, request -> new Decision(new double[]{SEARCHED}, DecisionSource.SEARCH, 1,
                        Progress.of(1, 1, 0), RunnerUp.NONE, 0, 0),
                () -> 0);
    }

    private static double[][] counting(double first) {
        return LongStream.range(0, 10).mapToObj(i -> new double[]{first + i}).toArray(double[][]::new);
    }

    private static List<Double> stimuli(Planner planner, int trials) {
        return LongStream.range(0, trials).mapToObj(position -> stimulus(planner, position)).toList();
    }

    private static double stimulus(Planner planner, long position) {
        return planner.plan(new PlanningRequest(position, 1)).stimulus()[0];
    }
}
