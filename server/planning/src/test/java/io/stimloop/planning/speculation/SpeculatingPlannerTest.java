package io.stimloop.planning.speculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Responses;
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
import io.stimloop.planning.decision.Foresight;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Preparation;
import io.stimloop.planning.decision.Previous;
import io.stimloop.planning.design.BalancedBlocks;
import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.search.SearchPlanner;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is planned ahead, where there is time for all of it. */
class SpeculatingPlannerTest {
    private static final double[][] DIRECTIONS = IntStream.range(0, 16).mapToObj(i -> new double[]{22.5 * i})
            .toArray(double[][]::new);
    private static final Responses COUNT = Responses.counts(1);
    private static final long NEVER_NANOS = 1L << 50;
    private static final int MOST = 12;

    private final GridBelief belief = new GridBelief(model());
    private final GridBelief twin = belief.copy();
    private final Planner plain = planner(twin, () -> 0, Crew.alone());
    private LikelyResponses likely = new LikelyResponses(new double[0], new double[0]);

    @Test
    void aForeseenDecisionIsBitForBitThatOfASearchAfterTheResponse() {
        int foreseen = 0;
        double[] stimulus = DIRECTIONS[3];
        for (int trial = 0; trial < 60; trial++) {
            SpeculatingPlanner planner = prepared(trial + 1, stimulus);
            double[] response = {Streams.of(5, trial, 0).nextInt(20)};
            PlanningRequest request = request(trial + 1, stimulus, response);
            Decision ready = planner.ready(request);
            belief.condition(stimulus, response);
            twin.condition(stimulus, response);
            Decision expected = plain.plan(request);
            assertThat(ready != null).isEqualTo(likely.indexOf(response[0]) >= 0);
            if (ready != null) {
                foreseen++;
                assertThat(ready.source()).isEqualTo(DecisionSource.SPECULATED);
                assertThat(ready.stimulus()).isSameAs(expected.stimulus());
                assertThat(Double.doubleToLongBits(ready.utility()))
                        .isEqualTo(Double.doubleToLongBits(expected.utility()));
                assertThat(ready.progress()).isEqualTo(expected.progress());
                assertThat(ready.runnerUp()).isEqualTo(expected.runnerUp());
                assertThat(planner.utilities()).isEqualTo(plain.utilities());
            } else {
                assertThat(planner.plan(request).stimulus()).isSameAs(expected.stimulus());
            }
            stimulus = expected.stimulus();
        }
        assertThat(foreseen).as("of 60 responses").isBetween(20, 59);
    }

    @Test
    void theCommandIsCarriedAwayBeforeAnythingIsPlannedBehindIt() {
        EagerCrew crew = new EagerCrew();
        SpeculatingPlanner planner = new SpeculatingPlanner(planner(belief, () -> 0, Crew.alone()),
                this::planner,
                belief, COUNT, MOST, crew, () -> 0, SpeculatingPlannerTest::fail);
        planner.prepare(new Preparation(1, DIRECTIONS[3], 7));
        assertThat(crew.calls()).containsExactly("giveWay", "begin");
        double likeliest = LikelyResponses.of(belief.forecast(DIRECTIONS[3]), COUNT, MOST).values()[0];
        Decision ready = planner.ready(request(1, DIRECTIONS[3], new double[]{likeliest}));
        planner.sent();
        planner.prepare(new Preparation(2, Objects.requireNonNull(ready).stimulus(), 7));
        assertThat(crew.calls()).as("once for each command, before learning where it was ready")
                .containsExactly("giveWay", "begin", "giveWay", "begin");
    }

    @Test
    void howWellItWasForeseenIsToldInProbability() {
        SpeculatingPlanner planner = prepared(1, DIRECTIONS[0]);
        assertThat(planner.foresight()).isEmpty();
        double expected = IntStream.range(0, likely.size()).mapToDouble(i -> likely.probabilities()[i])
                .sum();
        assertThat(planner.ready(request(1, DIRECTIONS[0], new double[]{1_000}))).isNull();
        Foresight missed = planner.foresight().orElseThrow();
        assertThat(missed.foreseen()).isFalse();
        assertThat(missed.mass()).isCloseTo(expected, within(1e-12)).isBetween(0.5, 1.0);
        assertThat(missed.savedNanos()).isZero();
    }

    @Test
    void anotherTrialThanTheOnePreparedForIsNotAnswered() {
        SpeculatingPlanner planner = prepared(1, DIRECTIONS[0]);
        double[] likeliest = {likely.values()[0]};
        assertThat(planner.ready(request(0, DIRECTIONS[0], likeliest))).as("it was dropped").isNull();
        planner.prepare(new Preparation(1, DIRECTIONS[0], 7));
        assertThat(planner.ready(request(1, DIRECTIONS[1], likeliest))).as("another stimulus").isNull();
        planner.prepare(new Preparation(1, new double[0], 7));
        assertThat(planner.ready(request(1, DIRECTIONS[0], likeliest))).as("a blank").isNull();
    }

    @Test
    void nothingIsPlannedAheadWhereResponsesComeTooSoonForIt() {
        AtomicLong now = new AtomicLong();
        AtomicInteger planned = new AtomicInteger();
        Decision slow = Decision.unscored(DIRECTIONS[1], DecisionSource.SEARCH, 16, 100, 0);
        SpeculatingPlanner planner = new SpeculatingPlanner(request -> slow, (expected, clock, crew) -> {
            planned.incrementAndGet();
            return planner(expected, clock, crew);
        }, belief, COUNT, MOST, new EagerCrew(), now::get, SpeculatingPlannerTest::fail);
        double[] unlikely = {1_000};
        long[] pauses = {399, 400, 10, 1_000_000};
        boolean[] plannedAhead = new boolean[pauses.length];
        for (int trial = 0; trial < pauses.length; trial++) {
            planned.set(0);
            planner.prepare(new Preparation(trial + 1, DIRECTIONS[0], 0));
            plannedAhead[trial] = planned.get() > 0;
            now.addAndGet(pauses[trial]);
            assertThat(planner.ready(request(trial + 1, DIRECTIONS[0], unlikely))).isNull();
            planner.plan(request(trial + 1, DIRECTIONS[0], unlikely));
        }
        assertThat(plannedAhead).as("a plan takes 100").containsExactly(true, false, true, false);
    }

    @Test
    void likelyResponsesComeInTheOrderOfTheirProbability() {
        LikelyResponses likely = LikelyResponses.of(belief.forecast(DIRECTIONS[2]), COUNT, 1000);
        assertThat(IntStream.range(1, likely.size()))
                .allMatch(i -> likely.probabilities()[i] <= likely.probabilities()[i - 1]);
        assertThat(IntStream.range(0, likely.size()).mapToDouble(i -> likely.probabilities()[i]).sum())
                .isBetween(0.9999, 1.0);
        assertThat(likely.probabilities()[0])
                .isEqualTo(belief.forecast(DIRECTIONS[2]).probability(0, likely.values()[0]));
        assertThat(LikelyResponses.of(belief.forecast(DIRECTIONS[2]), COUNT, 3).values())
                .isEqualTo(IntStream.range(0, 3).mapToDouble(i -> likely.values()[i]).toArray());
    }

    @Test
    void theResponsesOfSeveralNeuronsCannotBeForeseen() {
        assertThat(SpeculatingPlanner.foresees(Responses.choice(3))).isTrue();
        assertThat(SpeculatingPlanner.foresees(Responses.values(1))).isFalse();
        assertThatThrownBy(() -> new SpeculatingPlanner(plain, this::planner, belief, Responses.counts(2), 5,
                Crew.alone(),
                () -> 0, SpeculatingPlannerTest::fail)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("units=2");
    }

    /** One that has planned for everything likely. */
    private SpeculatingPlanner prepared(long position, double[] stimulus) {
        likely = LikelyResponses.of(belief.forecast(stimulus), COUNT, MOST);
        SpeculatingPlanner planner = new SpeculatingPlanner(planner(belief, () -> 0, Crew.alone()),
                this::planner,
                belief, COUNT, MOST, new EagerCrew(), () -> 0, SpeculatingPlannerTest::fail);
        planner.prepare(new Preparation(position, stimulus, 7));
        return planner;
    }

    private static PlanningRequest request(long position, double[] stimulus, double[] response) {
        return new PlanningRequest(position, NEVER_NANOS, new Previous(stimulus, response, 7));
    }

    private Planner planner(Belief about, LongSupplier clock, Crew crew) {
        return new SearchPlanner(about.predictor(DIRECTIONS, new Infomax().question()), Aim.of(new Infomax()),
                Candidates.of(DIRECTIONS), new BalancedBlocks(DIRECTIONS, 1), crew, clock,
                SpeculatingPlannerTest::fail);
    }

    private static void fail(Throwable fault) {
        throw new AssertionError("no candidate should fail", fault);
    }

    private static TuningCurve model() {
        List<ParameterAxis> axes = List.of(axis("baseline", 1, 5, 3), axis("amplitude", 5, 20, 4),
                axis("preferred", 0, 337.5, 16), axis("width", 15, 60, 3));
        return new TuningCurve(Shape.CIRCULAR_GAUSSIAN, 360, axes, NoiseFamily.POISSON, 0);
    }

    private static ParameterAxis axis(String name, double from, double to, int count) {
        double[] values = IntStream.range(0, count).mapToDouble(i -> from + i * (to - from) / (count - 1))
                .toArray();
        return new ParameterAxis(name, values, Priors.flat(count));
    }
}
