package io.stimloop.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.grid.GridBelief;
import io.stimloop.inference.objective.Aim;
import io.stimloop.inference.objective.Infomax;
import io.stimloop.inference.response.NoiseFamily;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.Priors;
import io.stimloop.inference.response.Shape;
import io.stimloop.inference.response.TuningCurve;
import io.stimloop.numerics.random.Streams;
import io.stimloop.planning.decision.Candidates;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.design.BalancedBlocks;
import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.pool.WorkerPool;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Search over a real belief, trial after trial. */
class GridBeliefSearchTest {
    private static final double[][] DIRECTIONS = IntStream.range(0, 16).mapToObj(i -> new double[]{22.5 * i})
            .toArray(double[][]::new);
    private static final PlanningRequest IN_TIME = new PlanningRequest(0, 50_000_000);

    @Test
    void theSameOutcomesGiveTheSameBitsOnOneThreadAndOnTwo() {
        try (WorkerPool one = new WorkerPool(1); WorkerPool two = new WorkerPool(2)) {
            for (long seed = 0; seed < 3; seed++) {
                compare(seed, new Learner(one), new Learner(two));
            }
        }
    }

    private static void compare(long seed, Learner one, Learner two) {
        for (int trial = 0; trial < 40; trial++) {
            Decision expected = one.planner.plan(IN_TIME);
            assertThat(two.planner.plan(IN_TIME)).as("seed %d, trial %d", seed, trial)
                    .usingRecursiveComparison().isEqualTo(expected);
            assertThat(expected.source()).isEqualTo(DecisionSource.SEARCH);
            assertThat(expected.evaluated()).isEqualTo(16);
            assertThat(two.planner.utilities()).isEqualTo(one.planner.utilities());
            double[] counts = {Streams.of(seed, trial, 0).nextInt(25)};
            one.learn(expected, counts);
            two.learn(expected, counts);
            assertThat(two.belief.entropyNats()).isEqualTo(one.belief.entropyNats());
        }
    }

    /** A belief and the planner that asks it. */
    private static final class Learner {
        final GridBelief belief = new GridBelief(model());
        final SearchPlanner planner;

        Learner(Crew pool) {
            planner = new SearchPlanner(belief.predictor(DIRECTIONS), Aim.of(new Infomax()),
                    Candidates.of(DIRECTIONS),
                    new BalancedBlocks(DIRECTIONS, 1), pool, () -> 0, Learner::fail);
        }

        void learn(Decision decision, double[] counts) {
            planner.settle();
            belief.condition(decision.stimulus(), counts);
        }

        private static void fail(Throwable fault) {
            throw new AssertionError("no candidate should fail", fault);
        }

        private static TuningCurve model() {
            List<ParameterAxis> axes = List.of(axis("baseline", 1, 5, 4), axis("amplitude", 5, 30, 6),
                    axis("preferred", 0, 337.5, 16), axis("width", 15, 60, 4));
            return new TuningCurve(Shape.CIRCULAR_GAUSSIAN, 360, axes, NoiseFamily.POISSON,
                    0);
        }

        private static ParameterAxis axis(String name, double from, double to, int count) {
            double[] values = IntStream.range(0, count).mapToDouble(i -> from + i * (to - from) / (count - 1))
                    .toArray();
            return new ParameterAxis(name, values, Priors.flat(count));
        }
    }
}
