package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stimloop.v1.HaltReason;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The bounds of a server's experiments, and its latched stop. */
class ExperimentsTest {
    private static final int MOST = 2;
    private static final long BUDGET = 1_000_000_000L;

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
