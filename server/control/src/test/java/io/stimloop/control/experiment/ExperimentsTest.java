package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.v1.HaltReason;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The bounds of a server's experiments, and its latched stop. */
class ExperimentsTest {
    private static final int MOST = 2;
    private static final long BUDGET = 1_000_000_000L;
    private static final String TEN_MILLIS = "search { } deadline { nanos: 10000000 }";

    private final List<String> forgotten = new ArrayList<>();
    private final Experiments experiments = new Experiments(MOST, BUDGET, 2, forgotten::add);

    private Experiment open(String id) {
        Experiment experiment = Bench.named(id).experiment;
        experiments.reserve(id, experiment.memoryBytes());
        experiments.open(experiment);
        return experiment;
    }

    private static void requireRefused(Refused.Kind kind, String words, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(kind);
            assertThat(refused).hasMessageContaining(words);
        });
    }

    @Test
    void experimentsAreFoundByTheirIdsAndListedInTheOrderOfTheirCreation() {
        Experiment second = open("b");
        Experiment first = open("a");

        assertThat(experiments.get("a")).isSameAs(first);
        assertThat(experiments.all()).containsExactly(second, first);
    }

    @Test
    void anUnknownIdIsRefused() {
        requireRefused(Refused.Kind.UNKNOWN, "\"nobody\"", () -> experiments.get("nobody"));
    }

    @Test
    void anIdIsTakenFromItsReservationOn() {
        experiments.reserve("a", 1);

        requireRefused(Refused.Kind.TAKEN, "a is in use", () -> experiments.reserve("a", 1));
        requireRefused(Refused.Kind.UNKNOWN, "\"a\"", () -> experiments.get("a"));
        assertThat(experiments.all()).isEmpty();
    }

    /** Two processors keep busy for 0.8 * (2 - greatest) of the time within windows: here the greatest is 0.5. */
    @Test
    void deadlinesArePromisedToAsManyAsTheyCanBeKeptFor() {
        Experiments many = new Experiments(9, BUDGET, 2, forgotten::add);
        ResolvedSpec tenMillis = Specs.of(TEN_MILLIS, "");
        ResolvedSpec seldom = Specs.of(TEN_MILLIS + " shortest_trial { nanos: 5000000 }", "");
        ResolvedSpec bestEffort = Specs.of(TEN_MILLIS + " best_effort: true", "");
        List.of("a", "b", "c", "d", "e").forEach(id -> many.reserve(id, 1));
        many.admit("a", tenMillis, 5_000_000);
        many.admit("b", tenMillis, 5_000_000);
        requireRefused(Refused.Kind.EXHAUSTED,
                "needs 3.00 ms of a processor within every 10.00 ms; with the 2 open experiments that were promised"
                        + " their deadlines that makes 1.30 processors, and the server can promise 1.20 of its 2",
                () -> many.admit("c", tenMillis, 3_000_000));
        requireRefused(Refused.Kind.EXHAUSTED, "within every 5.00 ms",
                () -> many.admit("c", seldom, 1_500_000));
        many.admit("d", bestEffort, 3_000_000);
        many.admit("e", tenMillis, 1_900_000);
    }

    @Test
    void anExperimentThatIsOverLeavesItsTimeToOthers() {
        ResolvedSpec spec = Specs.of(TEN_MILLIS, "");
        experiments.reserve("a", 1);
        experiments.admit("a", spec, 9_000_000);
        Experiment first = Bench.named("a").experiment;
        experiments.open(first);
        experiments.reserve("b", 1);
        requireRefused(Refused.Kind.EXHAUSTED, "finish an experiment",
                () -> experiments.admit("b", spec, 1_000_000));

        first.halt(HaltReason.EMERGENCY_STOP, "over");

        assertThatCode(() -> experiments.admit("b", spec, 1_000_000)).doesNotThrowAnyException();
    }

    @Test
    void aCancelledReservationLeavesNothing() {
        experiments.reserve("a", BUDGET);

        experiments.cancel("a");

        assertThat(forgotten).containsExactly("a");
        assertThatCode(() -> experiments.reserve("a", BUDGET)).doesNotThrowAnyException();
    }

    @Test
    void aRefusedReservationForgetsNoEndedExperiment() {
        Experiment ended = open("a");
        ended.halt(HaltReason.EMERGENCY_STOP, "over");

        requireRefused(Refused.Kind.EXHAUSTED, "finish one first",
                () -> experiments.reserve("b", BUDGET + 1));

        assertThat(forgotten).isEmpty();
        assertThat(experiments.get("a")).isSameAs(ended);
    }

    @Test
    void oneMoreThanTheServerHoldsIsRefused() {
        open("a");
        open("b");

        requireRefused(Refused.Kind.EXHAUSTED, "2 experiments of at most 2",
                () -> experiments.reserve("c", 1));
        assertThat(forgotten).isEmpty();
    }

    @Test
    void moreMemoryThanTheServerHasIsRefusedWithTheFigures() {
        experiments.reserve("a", BUDGET - 10_000_000);

        requireRefused(Refused.Kind.EXHAUSTED, "990 MB of 1000 MB; this one needs 11 MB",
                () -> experiments.reserve("b", 10_000_001));
        assertThatCode(() -> experiments.reserve("b", 10_000_000)).doesNotThrowAnyException();
    }

    /** A figure so large that adding it to what is held would overflow. */
    @Test
    void anAbsurdNeedIsRefused() {
        open("a");

        requireRefused(Refused.Kind.EXHAUSTED, "needs", () -> experiments.reserve("b", Long.MAX_VALUE));
    }

    @Test
    void anEndedExperimentIsKeptUntilItsRoomIsNeededTheOldestFirst() {
        Experiment oldest = open("a");
        Experiment ended = open("b");
        assertThat(oldest.halt(HaltReason.EMERGENCY_STOP, "over")).isTrue();
        assertThat(ended.halt(HaltReason.EMERGENCY_STOP, "over")).isTrue();
        assertThat(experiments.get("a")).isSameAs(oldest);

        experiments.reserve("c", 1);

        assertThat(forgotten).containsExactly("a");
        assertThat(experiments.all()).containsExactly(ended);
        requireRefused(Refused.Kind.UNKNOWN, "\"a\"", () -> experiments.get("a"));
    }

    @Test
    void anOpenExperimentIsNeverForgotten() {
        Experiment open = open("a");
        Experiment ended = open("b");
        assertThat(ended.halt(HaltReason.EMERGENCY_STOP, "over")).isTrue();

        experiments.reserve("c", 1);

        assertThat(forgotten).containsExactly("b");
        assertThat(experiments.all()).containsExactly(open);
    }

    @Test
    void theLatchedStopHandsOutAllAndOpensNothingAnyMore() {
        Experiment running = open("a");
        experiments.reserve("b", 1);

        assertThat(experiments.stop("smoke")).containsExactly(running);

        requireRefused(Refused.Kind.STATE, "latched (smoke)", () -> experiments.reserve("c", 1));
        Experiment late = Bench.named("b").experiment;
        requireRefused(Refused.Kind.STATE, "latched (smoke)", () -> experiments.open(late));
        assertThat(late.over()).isTrue();
        assertThat(experiments.get("a")).isSameAs(running);
        requireRefused(Refused.Kind.UNKNOWN, "\"b\"", () -> experiments.get("b"));
        assertThat(experiments.stop("later")).containsExactly(running);
        requireRefused(Refused.Kind.STATE, "latched (smoke)", () -> experiments.reserve("c", 1));
    }
}
