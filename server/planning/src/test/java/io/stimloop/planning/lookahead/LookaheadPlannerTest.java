package io.stimloop.planning.lookahead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.objective.Aim;
import io.stimloop.inference.objective.Infomax;
import io.stimloop.inference.objective.Objective;
import io.stimloop.inference.objective.StimulusCost;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Previous;
import io.stimloop.planning.decision.Reach;
import io.stimloop.planning.movement.MovementLimits;
import io.stimloop.planning.pool.WorkerPool;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookaheadPlannerTest {
    private static final double BIT = Math.log(2);
    private static final Aim INFOMAX = Aim.of(new Infomax());
    private static final PlanningRequest UNHURRIED = new PlanningRequest(0, Long.MAX_VALUE / 2);
    private static final MovementLimits ANYWHERE = new MovementLimits(
            new double[]{Double.POSITIVE_INFINITY}, new double[]{Double.NaN});

    /** The known answer of the issue. */
    private static final TableModel SEVEN = TableModel.binary(
            new double[]{0, 0, 0, .5, 0, 0, 1}, new double[]{0, .5, 1, 0, 1, 0, 1},
            new double[]{1, 0, 0, 0, 0, 1, 0}, new double[]{1, 1, .5, 0, 0, 1, 0});

    private static Horizon steps(int steps) {
        return new Horizon(steps, 100, 0);
    }

    private static Table table(TableModel model) {
        return new Table(model, () -> 0);
    }

    @Test
    void oneStepOfTheKnownAnswerOpensWithTheMostInformativeStimulus() {
        LookaheadPlanner planner = table(SEVEN).lookahead(INFOMAX, Reach.ANY, steps(1));
        Decision decision = planner.plan(UNHURRIED);
        assertThat(decision.stimulus()).containsExactly(2);
        assertThat(inBits(planner.utilities())).containsExactly(
                new double[]{0.606738, 0.857143, 0.863121, 0.857143}, within(1e-6));
    }

    @Test
    void twoStepsOfTheKnownAnswerOpenOtherwiseAndEarnMore() {
        LookaheadPlanner planner = table(SEVEN).lookahead(INFOMAX, Reach.ANY, steps(2));
        Decision decision = planner.plan(UNHURRIED);
        assertThat(decision.stimulus()[0]).isIn(1.0, 3.0);
        assertThat(decision.utility() / BIT).isCloseTo(1.781317, within(1e-6));
        assertThat(inBits(planner.utilities())[2]).as("what the myopic opening can earn")
                .isCloseTo(1.349757, within(1e-6));
        assertThat(decision.source()).isEqualTo(DecisionSource.SEARCH);
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "2, 2", "2, 3", "3, 4", "3, 5", "3, 6"})
    void valuesAreThoseOfBruteForce(int steps, long seed) {
        TableModel model = TableModel.random(5, 3, 6, seed);
        LookaheadPlanner planner = table(model).lookahead(INFOMAX, Reach.ANY, steps(steps));
        double[] wanted = new Expectimax(model, StimulusCost.NONE, ANYWHERE).values(steps);

        Decision decision = planner.plan(UNHURRIED);

        assertThat(decision.utility()).isCloseTo(Arrays.stream(wanted).max().orElseThrow(), within(1e-7));
        assertThat(wanted[(int) decision.stimulus()[0]]).isCloseTo(decision.utility(), within(1e-7));
        agreeWhereKnown(planner.utilities(), wanted);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void costsAndMovementAreLookedAheadToo(long seed) {
        TableModel model = TableModel.random(6, 2, 8, seed);
        StimulusCost cost = new StimulusCost(new double[]{0.01}, new double[]{0.02},
                new double[]{Double.NaN}, 0.05);
        MovementLimits limits = new MovementLimits(new double[]{2}, new double[]{Double.NaN});
        Table table = table(model);
        LookaheadPlanner planner = table.lookahead(new Aim(new Infomax(), cost), limits.of(table.candidates),
                steps(3));
        double[] even = new double[8];
        Arrays.fill(even, 1.0 / 8);
        double[] wanted = new Expectimax(model, cost, limits).values(even, 3, new double[]{1});

        Decision decision = planner.plan(new PlanningRequest(1, Long.MAX_VALUE / 2,
                Previous.presented(new double[]{1})));

        assertThat(decision.utility()).isCloseTo(Arrays.stream(wanted).max().orElseThrow(), within(1e-7));
        assertThat(planner.utilities()).endsWith(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
        agreeWhereKnown(planner.utilities(), wanted);
    }

    private static void agreeWhereKnown(double[] utilities, double[] wanted) {
        for (int x = 0; x < wanted.length; x++) {
            if (!Double.isNaN(utilities[x]) && wanted[x] > Double.NEGATIVE_INFINITY) {
                assertThat(utilities[x]).isCloseTo(wanted[x], within(1e-7));
            }
        }
    }

    @Test
    void oneStepIsTheSearchBitForBit() {
        for (long seed = 0; seed < 20; seed++) {
            Table table = table(TableModel.random(7, 2, 9, seed));
            LookaheadPlanner planner = table.lookahead(INFOMAX, Reach.ANY, steps(1));
            var search = table.search(INFOMAX, Reach.ANY, table.predictor(INFOMAX.objective()));
            for (int trial = 0; trial < 10; trial++) {
                Decision wanted = search.plan(UNHURRIED);
                assertThat(planner.plan(UNHURRIED)).usingRecursiveComparison().isEqualTo(wanted);
                assertThat(planner.utilities()).isEqualTo(search.utilities());
                table.belief.condition(wanted.stimulus(), new double[]{trial % 2});
            }
        }
    }

    /** The same objective, of which nobody knows how much it can be. */
    private static final Objective UNBOUNDED = new Objective() {
        @Override
        public Question question() {
            return Question.INFORMATION;
        }

        @Override
        public double utility(Prediction prediction) {
            return prediction.informationNats();
        }
    };

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void givingUpEarlyNeverChangesTheDecision(int steps) {
        long saved = 0;
        for (long seed = 0; seed < 60; seed++) {
            Table table = table(TableModel.random(6, 2, 5, seed));
            LookaheadPlanner pruned = table.lookahead(INFOMAX, Reach.ANY, steps(steps));
            LookaheadPlanner full = table.lookahead(Aim.of(UNBOUNDED), Reach.ANY, steps(steps));
            for (int trial = 0; trial < 3; trial++) {
                Decision wanted = full.plan(UNHURRIED);
                Decision decision = pruned.plan(UNHURRIED);
                assertThat(decision.stimulus()).isEqualTo(wanted.stimulus());
                assertThat(decision.utility()).isEqualTo(wanted.utility());
                table.belief.condition(wanted.stimulus(), new double[]{trial % 2});
            }
            saved += full.beliefs() - pruned.beliefs();
        }
        assertThat(saved).as("beliefs not looked at").isPositive();
    }

    @Test
    void aDeadlineGivesADecisionThatComparesLikeWithLike() {
        TableModel model = TableModel.random(6, 2, 8, 3);
        AtomicLong clock = new AtomicLong();
        for (int time = 1; time < 400; time++) {
            clock.set(0);
            Table table = new Table(model, () -> clock.addAndGet(1_000));
            LookaheadPlanner planner = table.lookahead(INFOMAX, Reach.ANY, steps(3));
            Decision decision = planner.plan(new PlanningRequest(0, clock.get() + 100_000 + time * 3_000L));
            assertThat(decision.slackNanos()).as("in time").isPositive();
            if (decision.source() == DecisionSource.SEARCH) {
                int steps = depthOf(model, planner.utilities());
                assertThat(steps).isBetween(1, 3);
                assertThat(decision.utility()).isEqualTo(Arrays.stream(planner.utilities())
                        .filter(u -> !Double.isNaN(u)).max().orElseThrow());
            }
        }
    }

    /** The depth at which all utilities that are known are those of brute force; 0 where there is none. */
    private static int depthOf(TableModel model, double[] utilities) {
        for (int steps = 1; steps <= 3; steps++) {
            double[] wanted = new Expectimax(model, StimulusCost.NONE, ANYWHERE).values(steps);
            boolean all = true;
            for (int x = 0; x < wanted.length; x++) {
                all &= Double.isNaN(utilities[x]) || Math.abs(utilities[x] - wanted[x]) < 1e-7;
            }
            if (all) {
                return steps;
            }
        }
        return 0;
    }

    @Test
    void theProgressTellsHowManyWereFinishedAtAllDepthsAndWhatTheOthersCanBe() {
        LookaheadPlanner planner = table(SEVEN).lookahead(INFOMAX, Reach.ANY, new Horizon(2, 2, 0));
        Decision decision = planner.plan(UNHURRIED);
        assertThat(decision.evaluated()).as("4 one step ahead, 2 two").isEqualTo(6);
        assertThat(decision.candidates()).isEqualTo(6);
        assertThat(decision.progress().bound() / BIT).as("one bit more than the best of the others")
                .isCloseTo(1.857143, within(1e-6));
        Decision all = table(SEVEN).lookahead(Aim.of(UNBOUNDED), Reach.ANY, steps(2)).plan(UNHURRIED);
        assertThat(all.progress().bound()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void aFaultWhileLookingAheadLeavesTheDecisionOfOneStep() {
        Table table = table(SEVEN);
        int[] scored = {0};
        Objective faulty = new Objective() {
            @Override
            public Question question() {
                return Question.INFORMATION;
            }

            @Override
            public double utility(Prediction prediction) {
                if (++scored[0] > SEVEN.table().length) {
                    throw new IllegalStateException("at " + scored[0]);
                }
                return prediction.informationNats();
            }
        };
        Decision decision = table.lookahead(Aim.of(faulty), Reach.ANY, steps(2)).plan(UNHURRIED);
        assertThat(decision.stimulus()).containsExactly(2);
        assertThat(decision.utility() / BIT).isCloseTo(0.863121, within(1e-6));
        assertThat(table.faults).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void threadsMakeNoDifference() {
        try (WorkerPool pool = new WorkerPool(3)) {
            for (long seed = 0; seed < 10; seed++) {
                TableModel model = TableModel.random(8, 3, 9, seed);
                Table one = new Table(model, System::nanoTime);
                Table many = new Table(model, System::nanoTime);
                LookaheadPlanner alone = one.lookahead(INFOMAX, Reach.ANY, steps(3));
                LookaheadPlanner together = many.lookahead(INFOMAX, Reach.ANY, steps(3), pool);
                for (int trial = 0; trial < 4; trial++) {
                    PlanningRequest request = new PlanningRequest(trial, System.nanoTime() + 30_000_000_000L);
                    Decision wanted = alone.plan(request);
                    Decision decision = together.plan(request);
                    assertThat(decision.utility()).isEqualTo(wanted.utility());
                    assertThat(decision.stimulus()).isEqualTo(wanted.stimulus());
                    assertThat(decision.evaluated()).isEqualTo(wanted.evaluated());
                    assertThat(decision.candidates()).isEqualTo(wanted.candidates());
                    double[] response = {trial % 3};
                    together.settle();
                    one.belief.condition(wanted.stimulus(), response);
                    many.belief.condition(wanted.stimulus(), response);
                }
            }
        }
    }

    @Test
    void aBroaderPassIsMadeOnlyWhereSomethingWasLeftOut() {
        Horizon open = new Horizon(3, 0, 0);
        Decision all = table(SEVEN).lookahead(INFOMAX, Reach.ANY, open).plan(UNHURRIED);
        assertThat(all.evaluated()).as("4 one, two and three steps ahead").isEqualTo(12);
        Decision broader = table(TableModel.random(12, 2, 6, 1)).lookahead(INFOMAX, Reach.ANY, open)
                .plan(UNHURRIED);
        assertThat(broader.evaluated()).as("12, 8, 8 and all 12").isEqualTo(40);
    }

    private static double[] inBits(double[] nats) {
        return Arrays.stream(nats).map(value -> value / BIT).toArray();
    }
}
