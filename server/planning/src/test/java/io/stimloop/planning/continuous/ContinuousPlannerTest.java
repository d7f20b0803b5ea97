package io.stimloop.planning.continuous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.objective.Objective;
import io.stimloop.inference.objective.StimulusCost;
import io.stimloop.numerics.random.Streams;
import io.stimloop.planning.continuous.Refinement.Method;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.pool.WorkerPool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The best stimulus of a space, listed or not. */
final class ContinuousPlannerTest {
    private static final double NAN = Double.NaN;
    private static final long MILLISECOND = 1_000_000;

    private static final List<Axis> PLANE = List.of(new Axis.Linear(-3, 5), new Axis.Linear(0, 20));

    /** A hill of height 1, elliptical and askew, with its top at a place. */
    private static ToDoubleFunction<double[]> hill(double... top) {
        return x -> {
            double sum = 0;
            for (int d = 0; d < top.length; d++) {
                double off = (x[d] - top[d]) / (d + 1) + (d > 0 ? 0.3 * (x[d - 1] - top[d - 1]) : 0);
                sum += off * off;
            }
            return StrictMath.exp(-sum / 4);
        };
    }

    private static List<Axis> cube(int dimensions) {
        return Collections.nCopies(dimensions, new Axis.Linear(-1, 4));
    }

    @ParameterizedTest
    @CsvSource({"1, LOCAL", "2, LOCAL", "3, LOCAL", "4, LOCAL", "2, BROAD", "4, BROAD", "6, BROAD"})
    void findsTheTopOfAHillToAMillionth(int dimensions, Method method) {
        double[] top = {0.123, 2.6, 1.234, 0.5, 3.1, 0.777};
        double[] there = Arrays.copyOf(top, dimensions);
        Decision decision = new Landscape(cube(dimensions), hill(there))
                .planner(new Refinement(method, 2, 1500)).plan(Landscape.first());
        assertThat(decision.stimulus()).containsExactly(there, within(1e-6));
        assertThat(decision.utility()).isCloseTo(1, within(1e-12));
        assertThat(decision.source()).isEqualTo(DecisionSource.SEARCH);
    }

    @Test
    void findsATopAtTheEdgeOfTheSpace() {
        ToDoubleFunction<double[]> slope = x -> x[0] + StrictMath.log(1 + x[1]);
        assertThat(
                new Landscape(PLANE, slope).planner(Refinement.usual(2)).plan(Landscape.first()).stimulus())
                .containsExactly(5, 20);
        Landscape line = new Landscape(List.of(new Axis.Logarithmic(0.1, 30)), x -> -x[0]);
        assertThat(line.planner(Refinement.usual(1)).plan(Landscape.first()).stimulus())
                .containsExactly(0.1);
    }

    @Test
    void findsATopWhereATurnBeginsAnew() {
        ToDoubleFunction<double[]> tuned = x -> StrictMath.cos(StrictMath.toRadians(x[0] - 359.9))
                - (x.length > 1 ? x[1] * x[1] : 0);
        List<Axis> axes = List.of(new Axis.Turn(0, 360), new Axis.Linear(-1, 1));
        Decision line = new Landscape(axes.subList(0, 1), tuned).planner(Refinement.usual(1))
                .plan(Landscape.first());
        assertThat(line.stimulus()[0]).isCloseTo(359.9, within(1e-5)).isLessThan(360);
        Decision plane = new Landscape(axes, tuned).planner(Refinement.usual(2)).plan(Landscape.first());
        assertThat(plane.stimulus()[0]).isCloseTo(359.9, within(1e-5)).isLessThan(360);
        assertThat(plane.stimulus()[1]).isCloseTo(0, within(1e-6));
    }

    @Test
    void keepsToTheListedValuesOfADimensionThatIsNotContinuous() {
        List<Axis> axes = List.of(new Axis.Listed(new double[]{1, 2, 4}), new Axis.Logarithmic(1, 100));
        ToDoubleFunction<double[]> height = x -> -Math.abs(x[0] - 2.9)
                - StrictMath.pow(StrictMath.log(x[1] / 7), 2);
        Decision decision = new Landscape(axes, height).planner(Refinement.usual(1)).plan(Landscape.first());
        assertThat(decision.stimulus()).containsExactly(new double[]{2, 7}, within(1e-6));
        assertThat(decision.stimulus()[0]).isEqualTo(2);
    }

    @Test
    void neverLeavesTheSpaceNorTheReachOfAStep() {
        UniformRandomProvider random = Streams.of(5, 0, 0);
        int searched = 0;
        for (int i = 0; i < 10_000; i++) {
            List<Axis> axes = new ArrayList<>();
            double[] steps = new double[1 + random.nextInt(3)];
            for (int d = 0; d < steps.length; d++) {
                axes.add(axis(d == 0 ? 1 + random.nextInt(4) : random.nextInt(5), random));
                steps[d] = random.nextInt(3) == 0 ? random.nextDouble(0.01, 3) : Double.POSITIVE_INFINITY;
            }
            double[] slopes = random.doubles(6, -2, 2).toArray();
            StimulusBox box = new StimulusBox(axes);
            AtomicInteger outside = new AtomicInteger();
            Landscape landscape = new Landscape(axes, x -> {
                outside.addAndGet(box.contains(x) ? 0 : 1);
                return rugged(x, slopes);
            }).stepping(steps);
            landscape.candidates = 8;
            double[] before = landscape.box.draw(random);
            Planner planner = landscape.planner(new Refinement(
                    random.nextBoolean() ? Method.LOCAL : Method.BROAD, 2, 24));
            Decision decision = planner.plan(Landscape.after(before));
            assertThat(outside).as("%s", axes).hasValue(0);
            assertThat(decision.source() == DecisionSource.FALLBACK
                    || landscape.limits.allow(before, decision.stimulus())).isTrue();
            searched += decision.source() == DecisionSource.SEARCH ? 1 : 0;
        }
        assertThat(searched).isGreaterThan(9000);
    }

    private static Axis axis(int kind, UniformRandomProvider random) {
        double from = random.nextDouble(-10, 10);
        return switch (kind) {
            case 1 -> new Axis.Turn(from, random.nextDouble(0.1, 400));
            case 2 -> new Axis.Logarithmic(from + 10.001, from + 10.001 + random.nextDouble(0.001, 1000));
            case 0 -> new Axis.Listed(new double[]{from, from + 0.5, from + 7});
            default -> new Axis.Linear(from, from + random.nextDouble(1e-6, 20));
        };
    }

    private static double rugged(double[] x, double[] slopes) {
        double sum = 0;
        for (int d = 0; d < x.length; d++) {
            sum += slopes[d] * x[d] + slopes[d + 3] * StrictMath.sin(5 * x[d]);
        }
        return Math.abs(slopes[0]) < 0.1 ? NAN : sum;
    }

    @Test
    void whatCannotBeEvaluatedIsSkippedAndCounted() {
        ToDoubleFunction<double[]> hole = x -> {
            if (x[1] > 15) {
                throw new IllegalArgumentException("no such stimulus");
            }
            return x[0] > 1 ? NAN : hill(0.9, 8).applyAsDouble(x);
        };
        Decision decision = new Landscape(PLANE, hole).planner(Refinement.usual(2)).plan(Landscape.first());
        assertThat(decision.stimulus()).containsExactly(new double[]{0.9, 8}, within(1e-3));
        assertThat(decision.progress().skipped()).isGreaterThan(20);
        assertThat(decision.candidates())
                .isEqualTo(decision.evaluated() + decision.progress().skipped());
        Decision nothing = new Landscape(PLANE, x -> NAN).planner(Refinement.usual(2))
                .plan(Landscape.first());
        assertThat(nothing.source()).isEqualTo(DecisionSource.FALLBACK);
        assertThat(nothing.evaluated()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theDecisionDependsOnTheNumberOfEvaluationsAlone(Method method) {
        ToDoubleFunction<double[]> bumpy = x -> rugged(x, new double[]{0.5, 0.2, 0, 1, 1.3, 0});
        double[] alone = decisions(new Landscape(PLANE, bumpy), method);
        for (int threads = 1; threads <= 2; threads++) {
            try (WorkerPool pool = new WorkerPool(threads)) {
                Landscape landscape = new Landscape(PLANE, bumpy);
                landscape.crew = pool;
                assertThat(decisions(landscape, method)).containsExactly(alone);
            }
        }
    }

    private static double[] decisions(Landscape landscape, Method method) {
        Planner planner = landscape.planner(new Refinement(method, 2, 70));
        double[] before = planner.plan(Landscape.first()).stimulus();
        double[] after = planner.plan(Landscape.after(before)).stimulus();
        return new double[]{before[0], before[1], after[0], after[1]};
    }

    @Test
    void stopsWhenTheTimeIsUpWithTheBestSoFar() {
        AtomicLong now = new AtomicLong();
        Landscape landscape = new Landscape(PLANE, x -> {
            now.addAndGet(MILLISECOND / 10);
            return hill(1.234, 8).applyAsDouble(x);
        });
        landscape.clock = now::get;
        Decision decision = landscape.planner(Refinement.usual(2))
                .plan(new PlanningRequest(0, 10 * MILLISECOND));
        assertThat(now.get()).isLessThanOrEqualTo(10 * MILLISECOND);
        assertThat(decision.slackNanos()).isNotNegative().isLessThan(MILLISECOND);
        assertThat(decision.evaluated()).isBetween(90, 100);
        double[][] listed = landscape.box.spread(64);
        double best = Arrays.stream(listed).mapToDouble(hill(1.234, 8)).max().orElseThrow();
        assertThat(decision.utility()).isGreaterThan(best);
    }

    @Test
    void aStimulusThatIsNeverEvaluatedHoldsUpNobody() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        try (WorkerPool pool = new WorkerPool(2)) {
            Landscape landscape = new Landscape(PLANE, x -> {
                if (asked.incrementAndGet() == 100) {
                    awaitForEver(never);
                }
                return hill(1, 8).applyAsDouble(x);
            });
            landscape.crew = pool;
            landscape.clock = System::nanoTime;
            landscape.objective = new NotPrompt();
            Planner planner = landscape.planner(Refinement.usual(2));
            long begun = System.nanoTime();
            Decision decision = planner.plan(new PlanningRequest(0, begun + 50 * MILLISECOND));
            assertThat(System.nanoTime() - begun).isLessThan(70 * MILLISECOND);
            assertThat(decision.source()).isEqualTo(DecisionSource.SEARCH);
            Decision next = planner.plan(new PlanningRequest(1, System.nanoTime() + 200 * MILLISECOND));
            assertThat(next.utility()).isCloseTo(1, within(1e-6));
            never.countDown();
        }
    }

    private static void awaitForEver(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Infomax as one that may never return. */
    private static final class NotPrompt implements Objective {
        @Override
        public Question question() {
            return Landscape.question();
        }

        @Override
        public double utility(Prediction prediction) {
            return prediction.informationNats();
        }
    }

    @Test
    void beginsWhereTheLastTrialEnded() {
        double[] top = {1, 8};
        List<double[]> asked = new ArrayList<>();
        Landscape landscape = new Landscape(PLANE, x -> {
            asked.add(x.clone());
            return hill(top).applyAsDouble(x);
        });
        landscape.candidates = 4;
        Planner planner = landscape.planner(new Refinement(Method.LOCAL, 1, 200));
        double[] before = planner.plan(Landscape.first()).stimulus();
        int spent = asked.size();
        top[0] = 1.01;
        assertThat(planner.plan(Landscape.first()).stimulus()).containsExactly(top, within(1e-6));
        assertThat(asked.get(spent + 4)).containsExactly(before);
    }

    @Test
    void staysWhereItIsWhenASwitchCostsMoreThanItBrings() {
        Landscape landscape = new Landscape(PLANE, hill(1, 8));
        landscape.cost = new StimulusCost(new double[2], new double[2], new double[]{NAN, NAN}, 0.1);
        Planner planner = landscape.planner(Refinement.usual(2));
        assertThat(planner.plan(Landscape.after(1.05, 8.1)).stimulus()).containsExactly(1.05, 8.1);
        assertThat(planner.plan(Landscape.after(4, 1)).stimulus()).containsExactly(new double[]{1, 8},
                within(1e-6));
    }

    @Test
    void goesAsFarAsAStepMay() {
        Landscape landscape = new Landscape(PLANE, hill(1, 8)).stepping(0.5, 100);
        Decision decision = landscape.planner(Refinement.usual(2)).plan(Landscape.after(3, 8));
        assertThat(decision.stimulus()[0]).isCloseTo(2.5, within(1e-9));
        Landscape turning = new Landscape(List.of(new Axis.Turn(0, 360)),
                x -> StrictMath.cos(StrictMath.toRadians(x[0] - 300))).stepping(20);
        assertThat(turning.planner(Refinement.usual(1)).plan(Landscape.after(10)).stimulus()[0])
                .isCloseTo(350, within(1e-9));
    }

    @Test
    void theRunnerUpIsAnotherStimulusThatIsLessGood() {
        ToDoubleFunction<double[]> two = x -> Math.max(hill(-2, 4).applyAsDouble(x),
                0.99 * hill(4, 15).applyAsDouble(x));
        Decision decision = new Landscape(PLANE, two).planner(Refinement.usual(2)).plan(Landscape.first());
        assertThat(decision.stimulus()).containsExactly(new double[]{-2, 4}, within(1e-5));
        assertThat(decision.runnerUp().stimulus()).containsExactly(new double[]{4, 15}, within(1e-5));
        assertThat(decision.runnerUp().utility()).isCloseTo(0.99, within(1e-9));
    }
}
