package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stimloop.v1.HaltReason;
import io.stimloop.v1.State;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The states of an experiment and what each action makes of them. */
class LifecycleTest {
    private final Bench bench = Bench.ofSequence();

    /** What an operator can ask for. */
    enum Action {
        PAUSE,
        RESUME,
        FINISH
    }

    private void reach(State state) {
        if (state != State.CREATED) {
            bench.connect();
        }
        switch (state) {
            case PAUSED -> bench.experiment.pause().join();
            case FINISHED -> bench.experiment.finish("enough").join();
            case HALTED -> assertThat(bench.experiment.halt(HaltReason.EMERGENCY_STOP, "smoke")).isTrue();
            default -> assertThat(state).isIn(State.CREATED, State.RUNNING);
        }
        assertThat(bench.state()).isEqualTo(state);
    }

    private CompletableFuture<io.stimloop.v1.Experiment> ask(Action action) {
        return switch (action) {
            case PAUSE -> bench.experiment.pause();
            case RESUME -> bench.experiment.resume();
            case FINISH -> bench.experiment.finish("by the test");
        };
    }

    @ParameterizedTest
    @CsvSource({"RUNNING,PAUSE,PAUSED", "PAUSED,PAUSE,PAUSED", "PAUSED,RESUME,RUNNING",
            "RUNNING,RESUME,RUNNING", "CREATED,FINISH,FINISHED", "RUNNING,FINISH,FINISHED",
            "PAUSED,FINISH,FINISHED", "FINISHED,FINISH,FINISHED"})
    void anAllowedActionLeadsToItsState(State from, Action action, State to) {
        reach(from);

        assertThat(ask(action).join().getState()).isEqualTo(to);
        assertThat(bench.state()).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({"CREATED,PAUSE", "CREATED,RESUME", "FINISHED,PAUSE", "FINISHED,RESUME", "HALTED,PAUSE",
            "HALTED,RESUME", "HALTED,FINISH"})
    void anActionThatTheStateForbidsIsRefusedAndChangesNothing(State from, Action action) {
        reach(from);
        io.stimloop.v1.Experiment before = bench.experiment.description().join();

        assertThatThrownBy(() -> ask(action).join()).isInstanceOf(CompletionException.class).cause()
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(Refused.Kind.STATE);
                    assertThat(refused).hasMessageContaining("is " + from)
                            .hasMessageContaining("would have to be");
                });
        assertThat(bench.experiment.description().join()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"CREATED,true,HALTED", "RUNNING,true,HALTED", "PAUSED,true,HALTED", "FINISHED,false,FINISHED",
            "HALTED,false,HALTED"})
    void aHaltEndsWhateverIsNotOverYet(State from, boolean halts, State to) {
        reach(from);

        assertThat(bench.experiment.halt(HaltReason.EMERGENCY_STOP, "again")).isEqualTo(halts);

        assertThat(bench.state()).isEqualTo(to);
        assertThat(bench.experiment.over()).isTrue();
    }

    @Test
    void theFirstReasonForAnEndStays() {
        reach(State.HALTED);

        assertThat(bench.experiment.halt(HaltReason.EMERGENCY_STOP, "later")).isFalse();

        assertThat(bench.experiment.description().join().getReason()).isEqualTo("smoke");
    }

    @ParameterizedTest
    @CsvSource({"FINISHED,enough", "HALTED,smoke"})
    void aRigIsRefusedWhenTheExperimentIsOver(State over, String reason) {
        reach(over);

        RecordingPort late = bench.connect("late", Bench.BOTH);

        assertThat(late.sent()).isEmpty();
        assertThat(late.refusals()).singleElement().satisfies(refused -> {
            assertThat(refused.kind()).isEqualTo(Refused.Kind.STATE);
            assertThat(refused.violations().getFirst().field()).isEqualTo("hello.experiment_id");
            assertThat(refused).hasMessageContaining(over.name()).hasMessageContaining(reason);
        });
    }

    @Test
    void whilePausedTheOutcomeUnderWayIsTakenAndNothingIsPresented() {
        RecordingPort rig = bench.connect();
        bench.experiment.pause().join();

        bench.count(rig, 3);

        assertThat(rig.trials()).containsExactly(1L);
        assertThat(bench.belief.trials()).isEqualTo(1);
        bench.experiment.resume().join();
        assertThat(rig.trials()).containsExactly(1L, 2L);
    }

    @Test
    void aPauseWithoutAnOutcomeInItAsksForNothingTwice() {
        RecordingPort rig = bench.connect();

        bench.experiment.pause().join();
        bench.experiment.resume().join();

        assertThat(rig.trials()).containsExactly(1L);
    }

    @Test
    void aRigThatComesDuringAPauseGetsTheCommandUnderWayWhenItEnds() {
        RecordingPort rig = bench.connect();
        bench.experiment.pause().join();
        rig.vanish();
        bench.experiment.disconnect(rig);

        RecordingPort again = bench.connect();
        assertThat(again.presents()).isEmpty();
        bench.experiment.resume().join();

        assertThat(again.presents()).containsExactly(rig.lastPresent());
    }

    @Test
    void aFinishedExperimentTellsTheRigHowManyTrialsCountedAndWhy() {
        RecordingPort rig = bench.connect();
        bench.count(rig, 3);
        bench.outcome(rig, Bench.invalid(2));

        bench.experiment.finish("the animal is tired").join();

        assertThat(rig.finished()).satisfies(finished -> {
            assertThat(finished.getTrials()).isEqualTo(1);
            assertThat(finished.getReason()).isEqualTo("the animal is tired");
        });
        assertThat(rig.open()).isFalse();
    }
}
