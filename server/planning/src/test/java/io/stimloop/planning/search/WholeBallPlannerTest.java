package io.stimloop.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.BallSearch;
import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.objective.Infomax;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Progress;
import io.stimloop.planning.decision.RunnerUp;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The better of the candidates and of the whole ball, in time. */
class WholeBallPlannerTest {
    private static final double[] LISTED = {1};
    private static final double[] BALL = {2};
    private static final long MILLISECOND = 1_000_000;

    private final List<Long> deadlines = new ArrayList<>();
    private long now;

    @Test
    void takesWhatTellsMore() {
        assertThat(planner(0.4, 0.5, 0).plan(request(10)).stimulus()).isEqualTo(BALL);
        Decision decision = planner(0.6, 0.5, 0).plan(request(10));
        assertThat(decision.stimulus()).isEqualTo(LISTED);
        assertThat(decision.utility()).isEqualTo(0.6);
        assertThat(decision.evaluated()).isEqualTo(6);
        assertThat(decision.candidates()).isEqualTo(6);
    }

    @Test
    void theBallStandsInForCandidatesThatWereNotScoredInTime() {
        Decision decision = planner(Double.NaN, 0.1, 0).plan(request(10));
        assertThat(decision.stimulus()).isEqualTo(BALL);
        assertThat(decision.source()).isEqualTo(DecisionSource.SEARCH);
        assertThat(decision.evaluated()).isEqualTo(1);
    }

    @Test
    void aBallThatIsNotSearchedInTimeLeavesTheDecisionToTheCandidates() {
        Decision decision = planner(0.1, 0.9, 20).plan(request(10));
        assertThat(decision.stimulus()).isEqualTo(LISTED);
        assertThat(decision.evaluated()).isEqualTo(5);
        assertThat(planner(Double.NaN, 0.9, 20).plan(request(10)).source())
                .isEqualTo(DecisionSource.FALLBACK);
    }

    @Test
    void candidatesLeaveTheTimeThatTheBallTookTheLastTime() {
        Planner planner = planner(0.1, 0.9, 4);
        planner.plan(request(20));
        now = 0;
        planner.plan(request(20));
        assertThat(deadlines).containsExactly(20 * MILLISECOND, 15 * MILLISECOND);
    }

    @Test
    void aBallThatIsNeverSearchedInTimeLeavesTheCandidatesHalfOfIt() {
        Planner planner = planner(0.1, 0.9, 60);
        planner.plan(request(50));
        now = 0;
        assertThat(planner.plan(request(50)).stimulus()).isEqualTo(LISTED);
        assertThat(deadlines.getLast()).isBetween(25 * MILLISECOND, 26 * MILLISECOND);
    }

    private static PlanningRequest request(long deadlineMillis) {
        return new PlanningRequest(0, deadlineMillis * MILLISECOND);
    }

    private WholeBallPlanner planner(double listedUtility, double ballUtility, long ballMillis) {
        Planner candidates = request -> {
            deadlines.add(request.deadlineNanos());
            return Double.isNaN(listedUtility)
                    ? Decision.unscored(LISTED, DecisionSource.FALLBACK, 5, 0, 0)
                    : new Decision(LISTED, DecisionSource.SEARCH, listedUtility,
                            Progress.of(5, 5, 0), RunnerUp.NONE, 0, 0);
        };
        BallSearch ball = new BallSearch() {
            @Override
            public boolean search(BooleanSupplier goOn) {
                now += ballMillis * MILLISECOND;
                return goOn.getAsBoolean();
            }

            @Override
            public double[] stimulus() {
                return BALL;
            }

            @Override
            public Prediction prediction() {
                return new Prediction() {
                    @Override
                    public double informationNats() {
                        return ballUtility;
                    }
                };
            }
        };
        return new WholeBallPlanner(candidates, ball, new Infomax(), () -> now);
    }
}
