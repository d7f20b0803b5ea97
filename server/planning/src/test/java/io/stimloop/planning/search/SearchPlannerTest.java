package io.stimloop.planning.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.stimloop.inference.objective.Aim;
import io.stimloop.inference.objective.Objective;
import io.stimloop.planning.decision.Candidates;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Previous;
import io.stimloop.planning.decision.Reach;
import io.stimloop.planning.decision.RunnerUp;
import io.stimloop.planning.design.BalancedBlocks;
import io.stimloop.planning.design.Design;
import io.stimloop.planning.design.FixedSequence;
import io.stimloop.planning.pool.Crew;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One thread, the caller's: what is decided, and what when the time is up. */
class SearchPlannerTest {
    private static final Design BLANK = new FixedSequence(new double[][]{{}});
    private static final PlanningRequest IN_TIME = new PlanningRequest(0, 50_000_000);
    private static final PlanningRequest TOO_LATE = new PlanningRequest(0, SearchPlanner.RESERVE_NANOS);

    private final List<Throwable> reported = new ArrayList<>();

    @Test
    void theBestCandidateIsFoundAndTheDecisionSaysHow() {
        SearchPlanner planner = planner(MixturePredictor.firing(0.1, 0.7, 0.3), () -> 1_000_000);
        Decision decision = planner.plan(IN_TIME);
        assertThat(decision.stimulus()).containsExactly(1);
        assertThat(decision.source()).isEqualTo(DecisionSource.SEARCH);
        assertThat(decision.utility()).isEqualTo(0.7);
        assertThat(decision.evaluated()).isEqualTo(3);
        assertThat(decision.candidates()).isEqualTo(3);
        assertThat(decision.slackNanos()).isEqualTo(49_000_000);
        assertThat(planner.utilities()).containsExactly(0.1, 0.7, 0.3);
    }

    @Test
    void theBeliefOfTheMomentDecides() {
        double[] belief = {1, 0};
        MixturePredictor predictor = new MixturePredictor(new double[][]{{0.9, 0.1}, {0.2, 0.8}}, belief,
                candidate -> {});
        SearchPlanner planner = planner(predictor, () -> 0);
        assertThat(planner.plan(IN_TIME).stimulus()).containsExactly(0);
        belief[0] = 0;
        belief[1] = 1;
        assertThat(planner.plan(IN_TIME).stimulus()).containsExactly(1);
    }

    @Test
    void ofEqualsTheLowestIndexIsTaken() {
        SearchPlanner planner = planner(MixturePredictor.firing(0.2, 0.6, 0.6, 0.1, 0.6), () -> 0);
        assertThat(planner.plan(IN_TIME).stimulus()).containsExactly(1);
        assertThat(planner.plan(IN_TIME).stimulus()).as("with the order of the trial before")
                .containsExactly(1);
    }

    @Test
    void theRunnerUpIsTheSecondBest() {
        SearchPlanner planner = planner(MixturePredictor.firing(0.1, 0.7, 0.3, 0.6), () -> 0);
        Decision decision = planner.plan(IN_TIME);
        assertThat(decision.runnerUp().stimulus()).containsExactly(3);
        assertThat(decision.runnerUp().utility()).isEqualTo(0.6);
        assertThat(planner(MixturePredictor.firing(0.4), () -> 0).plan(IN_TIME).runnerUp())
                .isSameAs(RunnerUp.NONE);
    }

    @Test
    void onlyWhatMayFollowTheTrialBeforeIsScoredAndChosen() {
        List<Integer> scored = new ArrayList<>();
        MixturePredictor predictor = MixturePredictor.firing(scored::add, 0.1, 0.2, 0.9, 0.4, 0.8);
        SearchPlanner planner = reaching(predictor,
                (candidate, previous) -> Math.abs(candidate - previous.stimulus()[0]) <= 1);
        Decision decision = planner.plan(new PlanningRequest(1, 50_000_000,
                Previous.presented(new double[]{0})));
        assertThat(decision.stimulus()).containsExactly(1);
        assertThat(decision.candidates()).isEqualTo(2);
        assertThat(scored).containsExactlyInAnyOrder(0, 1);
        assertThat(planner.utilities()).containsExactly(0.1, 0.2, Double.NEGATIVE_INFINITY,
                Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    @Test
    void whereNothingMayFollowABlankIsPresentedAndTheOperatorToldOf() {
        SearchPlanner planner = reaching(MixturePredictor.firing(0.1, 0.2), (candidate, previous) -> false);
        Decision decision = planner.plan(IN_TIME);
        assertThat(decision.stimulus()).isEmpty();
        assertThat(decision.source()).isEqualTo(DecisionSource.FALLBACK);
        planner.plan(IN_TIME);
        assertThat(planner.warnings()).singleElement().asString().startsWith("stimulus: no candidate")
                .contains("2 so far");
    }

    private SearchPlanner reaching(MixturePredictor predictor, Reach reach) {
        return new SearchPlanner(predictor, Aim.of(MixturePredictor.FIRING),
                new Candidates(rows(predictor.candidates()), reach), BLANK, Crew.alone(), () -> 0,
                reported::add);
    }

    /** The clock is read three times before the search and three times for each candidate; see the margin too. */
    @Test
    void aDeadlineInTheMiddleGivesTheBestOfThoseScored() {
        long step = 10_000;
        SearchPlanner planner = planner(MixturePredictor.firing(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8),
                new SteppingClock(step));
        Decision decision = planner.plan(new PlanningRequest(0, 16 * step + SearchPlanner.RESERVE_NANOS));
        double[] scored = Arrays.stream(planner.utilities()).filter(u -> !Double.isNaN(u)).toArray();
        assertThat(scored).hasSize(4);
        assertThat(decision.evaluated()).isEqualTo(4);
        assertThat(decision.candidates()).isEqualTo(8);
        assertThat(decision.source()).isEqualTo(DecisionSource.SEARCH);
        assertThat(decision.utility()).isEqualTo(Arrays.stream(scored).max().orElseThrow());
        assertThat(decision.slackNanos()).as("in time").isPositive();
    }

    @Test
    void noCandidateIsBegunThatWouldBeLateIfItTookAsLongAsTheLast() {
        SteppingClock clock = new SteppingClock(0);
        MixturePredictor slow = MixturePredictor.firing(candidate -> clock.leap(20_000_000), 0.1, 0.2, 0.3,
                0.4);
        Decision decision = planner(slow, clock).plan(IN_TIME);
        assertThat(decision.evaluated()).isEqualTo(2);
        assertThat(decision.slackNanos()).isEqualTo(10_000_000);
    }

    @Test
    void theBestOfTheLastTrialIsScoredFirst() {
        SteppingClock clock = new SteppingClock(0);
        List<Integer> scored = new ArrayList<>();
        MixturePredictor predictor = MixturePredictor.firing(scored::add, 0.1, 0.2, 0.9, 0.4, 0.5, 0.6);
        SearchPlanner planner = planner(predictor, clock);
        planner.plan(IN_TIME);
        assertThat(scored).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
        scored.clear();
        planner.plan(IN_TIME);
        assertThat(scored.getFirst()).isEqualTo(2);
        assertThat(scored.get(2)).isEqualTo(5);
    }

    @Test
    void aBalancedFallbackMovesOnWithThePosition() {
        double[][] candidates = rows(4);
        SearchPlanner planner = planner(MixturePredictor.firing(0.1, 0.2, 0.3, 0.4), MixturePredictor.FIRING,
                new BalancedBlocks(candidates, 3), () -> 0);
        int[] presented = IntStream.range(0, 4).map(position -> {
            Decision decision = planner.plan(new PlanningRequest(position, 0));
            assertThat(decision.source()).isEqualTo(DecisionSource.FALLBACK);
            return (int) decision.stimulus()[0];
        }).sorted().toArray();
        assertThat(presented).containsExactly(0, 1, 2, 3);
    }

    @Test
    void aFallbackOfOneStimulusOrABlankIsPresentedAsItIs() {
        MixturePredictor predictor = MixturePredictor.firing(0.1, 0.2);
        Design stimulus = new FixedSequence(new double[][]{{45}});
        assertThat(planner(predictor, MixturePredictor.FIRING, stimulus, () -> 0).plan(TOO_LATE).stimulus())
                .containsExactly(45);
        Decision blank = planner(predictor, () -> 0).plan(TOO_LATE);
        assertThat(blank.stimulus()).isEmpty();
        assertThat(blank.source()).isEqualTo(DecisionSource.FALLBACK);
        assertThat(blank.utility()).isZero();
        assertThat(blank.evaluated()).isZero();
        assertThat(blank.candidates()).isEqualTo(2);
        assertThat(blank.slackNanos()).isEqualTo(SearchPlanner.RESERVE_NANOS);
    }

    @Test
    void aFallbackLeavesNoScoresOfAnEarlierTrial() {
        SearchPlanner planner = planner(MixturePredictor.firing(0.1, 0.2), () -> 0);
        planner.plan(IN_TIME);
        planner.plan(TOO_LATE);
        assertThat(planner.utilities()).containsOnly(Double.NaN);
    }

    @Test
    void aUtilityThatIsNotANumberIsPassedOverAndCounted() {
        Objective odd = MixturePredictor.of(prediction -> prediction.probabilities()[1] == 0.5
                ? Double.NaN
                : prediction.probabilities()[1]);
        SearchPlanner planner = planner(MixturePredictor.firing(0.1, 0.5, 0.3), odd, BLANK, () -> 0);
        Decision decision = planner.plan(IN_TIME);
        assertThat(decision.stimulus()).containsExactly(2);
        assertThat(decision.evaluated()).isEqualTo(2);
        planner.plan(IN_TIME);
        assertThat(planner.unscorable()).isEqualTo(2);
        assertThat(reported).isEmpty();
    }

    @Test
    void aCandidateThatThrowsIsPassedOverAndReportedOnceForEachType() {
        MixturePredictor faulty = MixturePredictor.firing(candidate -> {
            if (candidate < 2) {
                throw new IllegalStateException("candidate " + candidate);
            }
            if (candidate == 2) {
                throw new AssertionError("candidate 2");
            }
        }, 0.9, 0.8, 0.7, 0.6, 0.5);
        SearchPlanner planner = planner(faulty, () -> 0);
        Decision decision = planner.plan(IN_TIME);
        assertThat(decision.stimulus()).containsExactly(3);
        assertThat(decision.evaluated()).isEqualTo(2);
        planner.plan(IN_TIME);
        assertThat(planner.unscorable()).isEqualTo(6);
        assertThat(reported).hasSize(2).hasAtLeastOneElementOfType(IllegalStateException.class)
                .hasAtLeastOneElementOfType(AssertionError.class);
    }

    @Test
    void whenNoCandidateCanBeScoredTheFallbackIsPresented() {
        SearchPlanner planner = planner(MixturePredictor.firing(0.1, 0.2),
                MixturePredictor.of(p -> Double.NaN), BLANK, () -> 0);
        assertThat(planner.plan(IN_TIME).source()).isEqualTo(DecisionSource.FALLBACK);
    }

    @Test
    void aPlanLeavesLittleGarbageHoweverManyCandidatesThereAre() {
        SearchPlanner planner = planner(MixturePredictor.random(10_000, 1), () -> 0);
        planner.plan(IN_TIME);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int trial = 0; trial < 10; trial++) {
            planner.plan(IN_TIME);
        }
        assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 10).isLessThan(1000);
    }

    @Test
    void candidatesThatAreNotThePredictorsAreRefused() {
        assertThatThrownBy(
                () -> new SearchPlanner(MixturePredictor.firing(0.1, 0.2), Aim.of(MixturePredictor.FIRING),
                        Candidates.of(rows(3)), BLANK, Crew.alone(), () -> 0, reported::add))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("candidates: 3")
                .hasMessageContaining("(2)");
    }

    private SearchPlanner planner(MixturePredictor predictor, LongSupplier clock) {
        return planner(predictor, MixturePredictor.FIRING, BLANK, clock);
    }

    private SearchPlanner planner(MixturePredictor predictor, Objective objective, Design fallback,
            LongSupplier clock) {
        return new SearchPlanner(predictor, Aim.of(objective), Candidates.of(rows(predictor.candidates())),
                fallback,
                Crew.alone(),
                clock, reported::add);
    }

    private static double[][] rows(int size) {
        return IntStream.range(0, size).mapToObj(i -> new double[]{i}).toArray(double[][]::new);
    }
}
