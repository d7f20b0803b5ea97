package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.stimloop.control.experiment.TrialListener.Reception;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which trial an outcome belongs to, and what becomes of one that comes twice, late or too early. */
class TrialNumbersTest {
    private final Bench bench = Bench.ofSequence();
    private final RecordingPort rig = bench.connect();

    @Test
    void trialsAreNumberedFromOneWithoutGaps() {
        for (int trial = 1; trial <= 12; trial++) {
            bench.count(rig, trial % 4);
        }

        assertThat(rig.trials()).isEqualTo(LongStream.rangeClosed(1, 13).boxed().toList());
        assertThat(rig.acknowledged()).isEqualTo(LongStream.rangeClosed(1, 12).boxed().toList());
        assertThat(bench.belief.trials()).isEqualTo(12);
    }

    @Test
    void anOutcomeSentAgainIsAcknowledgedAgainAndChangesNothing() {
        bench.count(rig, 3);
        bench.count(rig, 5);
        List<Long> before = bench.bits();

        bench.outcome(rig, Bench.counted(1, 3));
        bench.outcome(rig, Bench.counted(2, 5));

        assertThat(bench.bits()).isEqualTo(before);
        assertThat(rig.acknowledged()).containsExactly(1L, 2L, 2L, 2L);
        assertThat(rig.trials()).containsExactly(1L, 2L, 3L);
        assertThat(bench.listener.receptions).endsWith(Reception.REPEATED, Reception.REPEATED);
        assertThat(bench.experiment.description().join().getTrials()).isEqualTo(2);
    }

    @Test
    void whenItWasObservedIsNoPartOfAnOutcomesContent() {
        bench.count(rig, 3);

        bench.outcome(rig, Bench.counted(1, 3).toBuilder()
                .setObservedAt(Timestamp.newBuilder().setSeconds(1_700_000_000)).build());

        assertThat(rig.refusals()).isEmpty();
        assertThat(rig.acknowledged()).containsExactly(1L, 1L);
    }

    @Test
    void anInvalidOutcomeSentAgainIsAcknowledgedAgain() {
        bench.outcome(rig, Bench.invalid(1));

        bench.outcome(rig, Bench.invalid(1));

        assertThat(rig.acknowledged()).containsExactly(1L, 1L);
        assertThat(rig.trials()).containsExactly(1L, 2L);
    }

    @Test
    void anEarlierTrialsOutcomeWithAnotherCountIsRefused() {
        bench.count(rig, 3);

        requireRefused(Bench.counted(1, 4), Refused.Kind.STATE, "already taken with other content");
    }

    @Test
    void anEarlierTrialsOutcomeWithAnotherPresentedStimulusIsRefused() {
        bench.count(rig, 3);

        requireRefused(Bench.counted(1, 3).toBuilder().addPresented(4.5).build(), Refused.Kind.STATE,
                "already taken with other content");
    }

    @Test
    void anEarlierTrialsOutcomeThatTurnsInvalidIsRefused() {
        bench.count(rig, 3);

        requireRefused(Bench.invalid(1), Refused.Kind.STATE, "already taken with other content");
    }

    /** 0, the one after next, and what a signed reading would take for a number below 0. */
    @ParameterizedTest
    @ValueSource(longs = {0, 3, 4, Long.MAX_VALUE, Long.MIN_VALUE, -1})
    void anOutcomeOfATrialThatWasNotPresentedIsRefused(long trial) {
        bench.count(rig, 3);

        requireRefused(Bench.counted(trial, 3), Refused.Kind.INVALID,
                Long.toUnsignedString(trial) + " was not presented");
    }

    @Test
    void anOutcomeBeforeTheFirstCommandIsRefused() {
        Bench waiting = Bench.ofSequence();
        RecordingPort recorder = waiting.connect("recorder", Roles.RECORDER);

        waiting.outcome(recorder, Bench.counted(1, 3));

        assertThat(recorder.refusals()).singleElement()
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.INVALID));
        assertThat(waiting.belief.trials()).isZero();
    }

    @Test
    void anInvalidTrialIsDroppedAndItsDesignPositionComesAgainUnderTheNextNumber() {
        bench.count(rig, 3);
        List<Long> before = bench.bits();
        Present dropped = rig.lastPresent();

        bench.outcome(rig, Bench.invalid(2));

        assertThat(bench.bits()).isEqualTo(before);
        assertThat(rig.lastPresent().getTrial()).isEqualTo(3);
        assertThat(rig.lastPresent().getStimulusList()).isEqualTo(dropped.getStimulusList());
        assertThat(rig.acknowledged()).containsExactly(1L, 2L);
        assertThat(bench.experiment.description().join().getTrials()).isEqualTo(1);
        assertThat(bench.listener.receptions).containsExactly(Reception.LEARNED, Reception.INVALID);
    }

    @Test
    void theDesignGoesOnWhereItWasAfterAnInvalidTrial() {
        for (boolean invalid : new boolean[]{false, true, true, false, false}) {
            long trial = rig.lastPresent().getTrial();
            bench.outcome(rig, invalid ? Bench.invalid(trial) : Bench.counted(trial, 2));
        }

        assertThat(rig.presents()).extracting(present -> present.getStimulus(0))
                .containsExactly(5.0, -10.0, -10.0, -10.0, 0.0, 10.0);
    }

    private void requireRefused(Outcome outcome, Refused.Kind kind, String words) {
        List<Long> before = bench.bits();
        List<Long> trials = rig.trials();

        bench.outcome(rig, outcome);

        assertThat(rig.refusals()).singleElement().satisfies(refused -> {
            assertThat(refused.kind()).isEqualTo(kind);
            assertThat(refused.violations()).singleElement().satisfies(violation -> {
                assertThat(violation.field()).isEqualTo("outcome.trial");
                assertThat(violation.description()).contains(words);
            });
        });
        assertThat(bench.bits()).isEqualTo(before);
        assertThat(rig.trials()).isEqualTo(trials);
        assertThat(bench.listener.receptions).endsWith(Reception.REFUSED);
    }
}
