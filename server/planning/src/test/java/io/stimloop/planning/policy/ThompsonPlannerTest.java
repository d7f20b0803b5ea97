package io.stimloop.planning.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.grid.GridBelief;
import io.stimloop.inference.objective.Improvement;
import io.stimloop.inference.objective.LevelSet;
import io.stimloop.inference.objective.ResponseSeeking;
import io.stimloop.inference.objective.StimulusCost;
import io.stimloop.inference.objective.TargetResponse;
import io.stimloop.inference.response.NoiseFamily;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.Priors;
import io.stimloop.inference.response.Shape;
import io.stimloop.inference.response.TuningCurve;
import io.stimloop.planning.decision.Candidates;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Previous;
import io.stimloop.planning.decision.Reach;
import io.stimloop.planning.design.FixedSequence;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A bump of which only the place of its peak is unknown: under a draw the best candidate is the peak drawn. */
class ThompsonPlannerTest {
    private static final double[] PLACES = {-10, -5, 0, 5, 10};
    private static final double[][] STIMULI = IntStream.range(0, 5).mapToObj(i -> new double[]{PLACES[i]})
            .toArray(double[][]::new);
    private static final double[] ALIKE = {};
    private static final double FALLBACK = 77;
    private static final ResponseSeeking GREATEST = new Improvement(Improvement.Kind.EXPECTED, 0, ALIKE);

    private final GridBelief belief = new GridBelief(new TuningCurve(Shape.GAUSSIAN, Double.NaN,
            List.of(axis("baseline", 1), axis("amplitude", 4), axis("preferred", PLACES), axis("width", 4)),
            NoiseFamily.POISSON, 0));

    private static ParameterAxis axis(String name, double... values) {
        return new ParameterAxis(name, values, Priors.flat(values.length));
    }

    private ThompsonPlanner planner(ResponseSeeking objective, StimulusCost cost, Reach reach, long seed) {
        return new ThompsonPlanner(belief, objective, cost, new Candidates(STIMULI, reach),
                new FixedSequence(new double[][]{{FALLBACK}}), seed, () -> 0);
    }

    private static int[] chosen(ThompsonPlanner planner, int trials) {
        int[] counts = new int[PLACES.length];
        for (int position = 0; position < trials; position++) {
            double place = planner.plan(new PlanningRequest(position, 1)).stimulus()[0];
            counts[(int) (place + 10) / 5]++;
        }
        return counts;
    }

    /** Pearson's statistic of 5,000 choices against the posterior: beyond 23.5 with probability 1e-4 (4 df). */
    @Test
    void aCandidateIsChosenAsOftenAsItIsBelievedToBeTheBest() {
        belief.condition(new double[]{0}, new double[]{3});
        belief.condition(new double[]{-5}, new double[]{2});
        double[] posterior = belief.marginals().get(2);
        int[] counts = chosen(planner(GREATEST, StimulusCost.NONE, Reach.ANY, 3), 5000);
        double statistic = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = 5000 * posterior[i];
            statistic += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        assertThat(Arrays.stream(posterior).min().orElseThrow()).isGreaterThan(0.01);
        assertThat(statistic).isLessThan(23.5);
    }

    @Test
    void theDrawDependsOnBeliefSeedAndPositionOnly() {
        int[] once = chosen(planner(GREATEST, StimulusCost.NONE, Reach.ANY, 3), 200);
        assertThat(chosen(planner(GREATEST, StimulusCost.NONE, Reach.ANY, 3), 200)).isEqualTo(once);
        assertThat(chosen(planner(GREATEST, StimulusCost.NONE, Reach.ANY, 4), 200)).isNotEqualTo(once);
        ThompsonPlanner planner = planner(GREATEST, StimulusCost.NONE, Reach.ANY, 3);
        assertThat(planner.plan(new PlanningRequest(7, 1)).stimulus())
                .isEqualTo(planner.plan(new PlanningRequest(7, 1)).stimulus());
    }

    @Test
    void theDecisionTellsTheWorthsUnderTheDraw() {
        ThompsonPlanner planner = planner(new TargetResponse(new double[]{5}, 0, ALIKE), StimulusCost.NONE,
                Reach.ANY, 3);
        Decision decision = planner.plan(new PlanningRequest(0, 1));
        assertThat(decision.source()).isEqualTo(DecisionSource.POLICY);
        assertThat(decision.utility()).as("the peak is 1 + 4").isZero();
        assertThat(decision.evaluated()).isEqualTo(5);
        assertThat(decision.runnerUp().utility()).isNegative();
        assertThat(planner.utilities()).hasSize(5).contains(0);
        assertThat(Arrays.stream(planner.utilities()).max()).hasValue(0);
        assertThat(planner.reason()).startsWith("Thompson sampling");
    }

    /** Where the response crosses a level halfway up, the peak itself is not chosen. */
    @Test
    void aLevelIsSoughtWhereTheDrawComesNearIt() {
        ThompsonPlanner planner = planner(new LevelSet(1, ALIKE), StimulusCost.NONE, Reach.ANY, 3);
        ThompsonPlanner greatest = planner(GREATEST, StimulusCost.NONE, Reach.ANY, 3);
        for (int position = 0; position < 20; position++) {
            double peak = greatest.plan(new PlanningRequest(position, 1)).stimulus()[0];
            double far = planner.plan(new PlanningRequest(position, 1)).stimulus()[0];
            assertThat(Math.abs(far - peak)).isGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void costsAreTakenOffAndWhatIsOutOfReachIsNotChosen() {
        StimulusCost far = new StimulusCost(new double[1], new double[]{100}, new double[]{Double.NaN}, 0);
        PlanningRequest after = new PlanningRequest(0, 1, Previous.presented(STIMULI[1]));
        assertThat(planner(GREATEST, far, Reach.ANY, 3).plan(after).stimulus()).containsExactly(-5);
        ThompsonPlanner narrow = planner(GREATEST, StimulusCost.NONE, (candidate, before) -> candidate == 4,
                3);
        Decision decision = narrow.plan(after);
        assertThat(decision.stimulus()).containsExactly(10);
        assertThat(decision.candidates()).isEqualTo(1);
        assertThat(narrow.utilities()[0]).isEqualTo(Double.NEGATIVE_INFINITY);
        Decision nowhere = planner(GREATEST, StimulusCost.NONE, (candidate, before) -> false, 3).plan(after);
        assertThat(nowhere.stimulus()).isEmpty();
        assertThat(nowhere.source()).isEqualTo(DecisionSource.FALLBACK);
    }

    @Test
    void withoutTimeTheFallbackIsPresented() {
        ThompsonPlanner planner = planner(GREATEST, StimulusCost.NONE, Reach.ANY, 3);
        Decision decision = planner.plan(new PlanningRequest(0, 0));
        assertThat(decision.stimulus()).containsExactly(FALLBACK);
        assertThat(decision.source()).isEqualTo(DecisionSource.FALLBACK);
        assertThat(decision.progress().skipped()).isZero();
        assertThat(planner.reason()).isEmpty();
    }
}
