package io.stimloop.planning.mixture;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Preparation;
import io.stimloop.planning.decision.Previous;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ComposedPlannerTest {
    /** Notes what it is asked and told; its stimulus is its name plus its place. */
    private static final class Noting implements Planner {
        private final double name;
        private final List<Long> places = new ArrayList<>();
        private final List<Long> prepared = new ArrayList<>();
        private final List<Double> told = new ArrayList<>();
        private int settled;

        Noting(double name) {
            this.name = name;
        }

        @Override
        public Decision plan(PlanningRequest request) {
            places.add(request.position());
            return Decision.unscored(new double[]{name + request.position()}, DecisionSource.DESIGN, 1, 0, 0);
        }

        @Override
        public void observe(Previous trial) {
            told.add(trial.response()[0]);
        }

        @Override
        public @Nullable Decision ready(PlanningRequest request) {
            return name == 200 ? plan(request) : null;
        }

        @Override
        public void prepare(Preparation next) {
            prepared.add(next.position());
        }

        @Override
        public void settle() {
            settled++;
        }

        @Override
        public double[] utilities() {
            return new double[]{name};
        }

        @Override
        public String reason() {
            return name == 100 ? "it is first" : "";
        }
    }

    private final Noting first = new Noting(100);
    private final Noting second = new Noting(200);
    private final Noting third = new Noting(300);

    private static double ask(Planner planner, long position) {
        Previous previous = new Previous(new double[]{1}, new double[]{position}, 0);
        return planner.plan(new PlanningRequest(position, 1, previous)).stimulus()[0];
    }

    private Planner schedule() {
        return new ComposedPlanner("schedule", List.of(first, second, third), Rota.stages(2, 3));
    }

    @Test
    void theStagesOfAScheduleFollowOneAnotherAndEachCountsItsOwnTrials() {
        Planner planner = schedule();
        assertThat(LongStream.range(0, 8).mapToObj(i -> ask(planner, i))).containsExactly(100.0, 101.0, 200.0,
                201.0, 202.0, 300.0, 301.0, 302.0);
    }

    @Test
    void aTrialThatWasDroppedIsAskedForAgainAsItWas() {
        Planner planner = schedule();
        assertThat(LongStream.range(0, 12).mapToObj(i -> ask(planner, i / 2))).containsExactly(100.0, 100.0,
                101.0, 101.0, 200.0, 200.0, 201.0, 201.0, 202.0, 202.0, 300.0, 300.0);
    }

    @Test
    void aPlannerThatBeginsLaterTakesItsTrialsWhereTheyAre() {
        Planner planner = schedule();
        assertThat(ask(planner, 4)).isEqualTo(202);
        assertThat(ask(planner, 0)).isEqualTo(100);
        assertThat(ask(planner, 6)).isEqualTo(301);
    }

    /** Of 10,000 trials 3,000 are expected for the second, within 5 standard deviations (46 each). */
    @Test
    void aMixtureGivesTheSecondItsShareByChance() {
        Planner planner = new ComposedPlanner("mixture", List.of(first, second), Rota.random(0.3, 7));
        LongStream.range(0, 10_000).forEach(i -> ask(planner, i));
        assertThat(second.places).hasSizeBetween(2770, 3230);
        assertThat(first.places).hasSize(10_000 - second.places.size()).isSorted().doesNotHaveDuplicates();
        assertThat(second.places.getLast()).isEqualTo(second.places.size() - 1L);
    }

    @Test
    void aMixtureOfProbabilityZeroOrOneIsOneOfTheTwo() {
        LongStream.range(0, 100).forEach(position -> {
            assertThat(Rota.random(0, 7).planner(position)).isZero();
            assertThat(Rota.random(1, 7).planner(position)).isEqualTo(1);
        });
    }

    @Test
    void aPlannerIsToldWhatCameOfItsLastTrialWhenAnotherGoesOn() {
        Planner planner = schedule();
        LongStream.range(0, 7).forEach(i -> ask(planner, i));
        planner.observe(new Previous(new double[0], new double[]{7}, 0));
        assertThat(first.told).containsExactly(2.0);
        assertThat(second.told).containsExactly(5.0);
        assertThat(third.told).containsExactly(7.0);
    }

    @Test
    void theNextPlannerPreparesForItsNextTrial() {
        Planner planner = schedule();
        for (long position = 0; position < 6; position++) {
            ask(planner, position);
            planner.prepare(new Preparation(position + 1, new double[]{1}, 0));
        }
        planner.prepare(new Preparation(9, new double[]{1}, 0));
        assertThat(first.prepared).containsExactly(1L);
        assertThat(second.prepared).containsExactly(0L, 1L, 2L);
        assertThat(third.prepared).containsExactly(0L, 1L);
    }

    @Test
    void aDecisionIsReadyWhereThatOfThePlannerIs() {
        Planner planner = schedule();
        Previous answer = new Previous(new double[]{1}, new double[]{4}, 0);
        assertThat(planner.ready(new PlanningRequest(1, 1, answer))).isNull();
        assertThat(planner.ready(new PlanningRequest(2, 1, answer))).isNotNull()
                .satisfies(decision -> assertThat(decision.stimulus()).containsExactly(200));
        assertThat(planner.ready(new PlanningRequest(5, 1, answer))).isNull();
        assertThat(ask(planner, 5)).as("planned where it is not ready").isEqualTo(300);
        assertThat(second.told).as("told once").containsExactly(4.0);
    }

    @Test
    void theUtilitiesAndTheReasonAreThoseOfThePlannerWhoseTurnItWas() {
        Planner planner = schedule();
        assertThat(planner.utilities()).isEmpty();
        assertThat(planner.reason()).isEmpty();
        ask(planner, 1);
        assertThat(planner.utilities()).containsExactly(100);
        assertThat(planner.reason()).isEqualTo("schedule, turn of planner 1 of 3; it is first");
        ask(planner, 2);
        assertThat(planner.utilities()).containsExactly(200);
        assertThat(planner.reason()).isEqualTo("schedule, turn of planner 2 of 3");
    }

    /** A search that was cut off may still read the belief that the next planner takes up. */
    @Test
    void allPlannersAreSettledBeforeAnyPlans() {
        Planner planner = schedule();
        ask(planner, 5);
        assertThat(List.of(first.settled, second.settled, third.settled)).containsExactly(1, 1, 1);
    }
}
