package io.stimloop.planning.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.numerics.random.Streams;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Previous;
import io.stimloop.planning.policy.StaircasePlanner.Listening;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class StaircasePlannerTest {
    private static final double[] NOTHING = {};
    private static final Listening CHOICE = new Listening(0, 1);

    private static double[][] ladder(int levels, double first, double step) {
        return IntStream.range(0, levels).mapToObj(i -> new double[]{first + step * i})
                .toArray(double[][]::new);
    }

    private static StaircasePlanner planner(StaircaseRule rule, int levels, int start) {
        return new StaircasePlanner(ladder(levels, 0, 1), rule, start, CHOICE, unit -> true, () -> 0);
    }

    /** What is presented at each position when these responses come; one stimulus more than responses. */
    private static List<Double> walk(StaircasePlanner planner, int... responses) {
        List<Double> presented = new ArrayList<>();
        Previous previous = Previous.NONE;
        for (int position = 0; position <= responses.length; position++) {
            double[] stimulus = planner.plan(new PlanningRequest(position, 1, previous)).stimulus();
            presented.add(stimulus[0]);
            if (position < responses.length) {
                previous = new Previous(stimulus, new double[]{responses[position]}, 0);
            }
        }
        return presented;
    }

    @Test
    void oneUpTwoDownGoesDownAfterTwoInARowAndUpAfterOne() {
        assertThat(walk(planner(new StaircaseRule(2, 1, 1, 1, 0), 10, 5), 1, 1, 1, 0, 1, 1, 0))
                .containsExactly(5.0, 5.0, 4.0, 4.0, 5.0, 5.0, 4.0, 5.0);
    }

    @Test
    void aWeightedStaircaseStepsFurtherUpThanDown() {
        assertThat(walk(planner(new StaircaseRule(1, 1, 1, 3, 0), 10, 5), 1, 1, 0, 1, 0))
                .containsExactly(5.0, 4.0, 3.0, 6.0, 5.0, 8.0);
    }

    @Test
    void stepsAreHalvedAfterSoManyReversalsWhileBothAreEven() {
        assertThat(walk(planner(new StaircaseRule(1, 1, 4, 4, 2), 30, 15), 1, 0, 1, 0, 1, 0, 1))
                .as("reversals after the second response and on: 1, 2 (halved), 3, 4 (halved), 5, 6")
                .containsExactly(15.0, 11.0, 15.0, 13.0, 15.0, 14.0, 15.0, 14.0);
        assertThat(walk(planner(new StaircaseRule(1, 1, 2, 6, 1), 30, 15), 1, 0, 1, 0))
                .as("2 and 6 become 1 and 3, and stay").containsExactly(15.0, 13.0, 16.0, 15.0, 18.0);
    }

    @Test
    void theEndsOfTheLadderHoldIt() {
        assertThat(walk(planner(new StaircaseRule(1, 1, 2, 2, 0), 4, 1), 1, 1, 0, 0, 0))
                .containsExactly(1.0, 0.0, 0.0, 2.0, 3.0, 3.0);
    }

    @Test
    void aTrialOfWhichNothingWasLearnedMovesNothing() {
        StaircasePlanner planner = planner(new StaircaseRule(1, 1, 1, 1, 0), 10, 5);
        assertThat(at(planner, 0, Previous.NONE)).isEqualTo(5);
        assertThat(at(planner, 0, Previous.presented(new double[]{5}))).as("dropped").isEqualTo(5);
        assertThat(at(planner, 1, new Previous(NOTHING, NOTHING, 0))).as("blank").isEqualTo(5);
        assertThat(planner.reason()).contains("nothing was learned");
        Previous yes = new Previous(new double[]{5}, new double[]{1}, 0);
        assertThat(at(planner, 2, yes)).isEqualTo(4);
        assertThat(at(planner, 2, yes)).as("asked again").isEqualTo(4);
    }

    private static double at(StaircasePlanner planner, long position, Previous previous) {
        return planner.plan(new PlanningRequest(position, 1, previous)).stimulus()[0];
    }

    @Test
    void itGoesOnFromTheLevelThatWasReallyPresented() {
        StaircasePlanner planner = planner(new StaircaseRule(1, 1, 1, 1, 0), 10, 5);
        at(planner, 0, Previous.NONE);
        assertThat(at(planner, 1, new Previous(new double[]{8}, new double[]{0}, 0))).isEqualTo(9);
        assertThat(at(planner, 2, new Previous(new double[]{8.5}, new double[]{0}, 0)))
                .as("no level: nothing is learned from it").isEqualTo(9);
    }

    /** As in a mixture: told when it is passed over, deaf to what the other planner's trial gave. */
    @Test
    void onlyItsOwnTrialsMoveIt() {
        StaircasePlanner planner = planner(new StaircaseRule(1, 1, 1, 1, 0), 10, 5);
        at(planner, 0, Previous.NONE);
        planner.observe(new Previous(new double[]{5}, new double[]{1}, 0));
        planner.observe(new Previous(new double[]{4}, new double[]{1}, 0));
        assertThat(at(planner, 1, new Previous(new double[]{4}, new double[]{0}, 0))).isEqualTo(4);
    }

    @Test
    void aResponseOfAtLeastTheCriterionOfTheUnitListenedToIsAYes() {
        boolean[] included = {true};
        StaircasePlanner planner = new StaircasePlanner(ladder(10, 0, 1), new StaircaseRule(1, 1, 1, 1, 0), 5,
                new Listening(1, 7), unit -> included[0], () -> 0);
        at(planner, 0, Previous.NONE);
        assertThat(at(planner, 1, new Previous(new double[]{5}, new double[]{0, 7}, 0))).isEqualTo(4);
        assertThat(at(planner, 2, new Previous(new double[]{4}, new double[]{9, 6}, 0))).isEqualTo(5);
        included[0] = false;
        assertThat(at(planner, 3, new Previous(new double[]{5}, new double[]{9, 9}, 0)))
                .as("a unit that is left out says nothing").isEqualTo(5);
    }

    @Test
    void itSaysWhyInWords() {
        StaircasePlanner planner = planner(new StaircaseRule(2, 1, 1, 1, 0), 3, 1);
        walk(planner, 1);
        assertThat(planner.reason())
                .isEqualTo("staircase: a yes, stays with 1 in a row; level 2 of 3, 0 reversals");
        StaircasePlanner moved = planner(new StaircaseRule(1, 1, 2, 2, 0), 3, 2);
        walk(moved, 1, 0);
        assertThat(moved.reason()).isEqualTo("staircase: a no, 2 levels up; level 3 of 3, 1 reversal");
        StaircasePlanner atTheEnd = planner(new StaircaseRule(1, 1, 1, 1, 0), 3, 0);
        walk(atTheEnd, 1);
        assertThat(atTheEnd.reason())
                .isEqualTo("staircase: a yes, at the end of the levels; level 1 of 3, 0 reversals");
    }

    @Test
    void itsDecisionsAreThoseOfAPolicy() {
        Decision decision = planner(new StaircaseRule(1, 1, 1, 1, 0), 10, 5).plan(new PlanningRequest(0, 9));
        assertThat(decision.source()).isEqualTo(DecisionSource.POLICY);
        assertThat(decision.candidates()).isEqualTo(10);
        assertThat(decision.slackNanos()).isEqualTo(9);
    }

    /** Levitt 1971, table I: the probability of a yes to the power of the responses in a row is one half. */
    @Test
    void transformedStaircasesSettleWhereTheoryHasThem() {
        requireSettlesAt(Math.sqrt(0.5), new StaircaseRule(2, 1, 1, 1, 0));
        requireSettlesAt(Math.cbrt(0.5), new StaircaseRule(3, 1, 1, 1, 0));
        requireSettlesAt(1 - Math.sqrt(0.5), new StaircaseRule(1, 2, 1, 1, 0));
    }

    /** Kaernbach 1991, equation 1. */
    @Test
    void weightedStaircasesSettleWhereTheoryHasThem() {
        requireSettlesAt(3 / 4.0, new StaircaseRule(1, 1, 1, 3, 0));
        requireSettlesAt(1 / 3.0, new StaircaseRule(1, 1, 2, 1, 0));
    }

    /**
     * The mean level of 60 staircases, against the level at which a logistic subject says yes with a probability: within
     * 3.9 standard errors, which fails by chance once in 10,000 times, and half a step, for a staircase of finite steps
     * settles a little beside.
     */
    private static void requireSettlesAt(double probability, StaircaseRule rule) {
        double target = Math.log(probability / (1 - probability));
        int runs = 60;
        double sum = 0;
        double squares = 0;
        for (int run = 0; run < runs; run++) {
            double mean = meanLevel(rule, run);
            sum += mean;
            squares += mean * mean;
        }
        double mean = sum / runs;
        double error = Math.sqrt((squares / runs - mean * mean) / (runs - 1));
        assertThat(mean).as("standard error %f", error).isCloseTo(target, within(3.9 * error + 0.025));
        assertThat(error).isLessThan(0.02);
    }

    private static double meanLevel(StaircaseRule rule, int run) {
        StaircasePlanner planner = new StaircasePlanner(ladder(161, -4, 0.05), rule, 80, CHOICE, unit -> true,
                () -> 0);
        UniformRandomProvider random = Streams.of(23, run, 1);
        Previous previous = Previous.NONE;
        double sum = 0;
        int trials = 2500;
        int settling = 500;
        for (int trial = 0; trial < trials; trial++) {
            double[] stimulus = planner.plan(new PlanningRequest(trial, 1, previous)).stimulus();
            boolean yes = random.nextDouble() < 1 / (1 + Math.exp(-stimulus[0]));
            previous = new Previous(stimulus, new double[]{yes ? 1 : 0}, 0);
            sum += trial < settling ? 0 : stimulus[0];
        }
        return sum / (trials - settling);
    }

    @Test
    void whatIsOutOfItsRangeIsRefusedByName() {
        assertThatThrownBy(() -> planner(new StaircaseRule(1, 1, 1, 1, 0), 3, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("start: 3 must be from 0 to below the number of levels (3)");
        assertThatThrownBy(() -> new StaircaseRule(0, 1, 1, 1, 0))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("downAfter: 0 must be at least 1");
        assertThatThrownBy(() -> new StaircaseRule(1, 1, 1, 1, -1))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("halveAfter: -1 must be at least 0");
    }
}
