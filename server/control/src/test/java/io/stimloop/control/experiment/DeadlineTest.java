package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.design.BalancedBlocks;
import io.stimloop.v1.DecisionSource;
import io.stimloop.v1.Present;
import io.stimloop.v1.ScoreStimuliResponse;
import io.stimloop.v1.StimulusScore;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decisions against their deadline. The clock stands still unless a test moves it. */
class DeadlineTest {
    private static final long LATE_NANOS = Specs.DEADLINE_NANOS + 1;

    private static void countLate(Bench bench, RecordingPort rig) {
        bench.experiment.outcome(rig, Bench.counted(rig.lastPresent().getTrial(), 3),
                bench.clock.nowNanos() - LATE_NANOS);
    }

    @ParameterizedTest
    @CsvSource({"50000000,0", "50000001,1"})
    void aCommandThatLeftAfterItsDeadlineIsCountedAsMissed(long agoNanos, int missed) {
        Bench bench = Bench.ofSequence();
        RecordingPort rig = bench.connect();

        bench.experiment.outcome(rig, Bench.counted(1, 3), bench.clock.nowNanos() - agoNanos);

        assertThat(rig.trials()).containsExactly(1L, 2L);
        assertThat(bench.listener.times.getLast().missed()).isEqualTo(missed == 1);
        assertThat(bench.listener.times.getLast().totalNanos()).isEqualTo(agoNanos);
        var times = bench.experiment.snapshot().join().withoutBelief().getDecisionTimes();
        assertThat(times.getMissed()).isEqualTo(missed);
        assertThat(times.getDecisions()).isEqualTo(2);
        assertThat(Bench.nanos(times.getMax())).isBetween(50_000_000L, 50_100_000L);
    }

    @Test
    void theStagesOfADecisionFollowOneAnother() {
        Bench bench = Bench.of(Specs.SEARCH, "");
        RecordingPort rig = bench.connect();
        bench.clock.interruptNextReader(() -> bench.clock.advance(HandClock.MILLISECOND));

        bench.count(rig, 3);

        DecisionTimes times = bench.listener.times.getLast();
        assertThat(times.learnedNanos() - times.arrivedNanos()).isEqualTo(HandClock.MILLISECOND);
        assertThat(times.deadlineNanos() - times.arrivedNanos()).isEqualTo(Specs.DEADLINE_NANOS);
        assertThat(times.sentNanos()).isEqualTo(times.learnedNanos());
    }

    @Test
    void aSearchInTimeTakesTheCandidateOfTheHighestUtility() {
        Bench bench = Bench.of(Specs.SEARCH, "");
        RecordingPort rig = bench.connect();
        for (int trial = 0; trial < 10; trial++) {
            bench.count(rig, trial);

            StimulusScore best = best(bench.experiment.reading().join().scores());
            Present present = rig.lastPresent();
            assertThat(present.getStimulusList()).isEqualTo(best.getStimulusList());
            assertThat(present.getDecision().getUtility()).isEqualTo(best.getUtility());
            assertThat(present.getDecision().getSource()).isEqualTo(DecisionSource.SEARCH);
            assertThat(present.getDecision().getEvaluated()).isEqualTo(5);
            assertThat(Bench.nanos(present.getDecision().getSlack())).isEqualTo(Specs.DEADLINE_NANOS);
        }
    }

    /** Of equals the first, as the planner has it. */
    private static StimulusScore best(ScoreStimuliResponse scores) {
        assertThat(scores.getScoresList()).hasSize(5)
                .allSatisfy(score -> assertThat(score.getUtility()).isNotNegative());
        return scores.getScoresList().stream()
                .max(Comparator.comparingDouble(StimulusScore::getUtility)).orElseThrow();
    }

    @Test
    void aSearchWithoutTimeFallsBackToTheBalancedDesignAtItsPosition() {
        Bench bench = Bench.of(Specs.SEARCH + " fallback: BALANCED", "");
        RecordingPort rig = bench.connect();
        BalancedBlocks design = new BalancedBlocks(bench.spec.candidates(), bench.spec.seed());

        for (int position = 1; position < 12; position++) {
            countLate(bench, rig);

            assertThat(rig.lastPresent().getDecision().getSource()).isEqualTo(DecisionSource.FALLBACK);
            assertThat(rig.lastPresent().getDecision().getEvaluated()).isZero();
            assertThat(rig.lastPresent().getStimulusList())
                    .isEqualTo(DoubleStream.of(design.stimulus(position)).boxed().toList());
        }
    }

    @Test
    void aSearchWithoutTimeFallsBackToTheStimulusNamed() {
        Bench bench = Bench.of(Specs.SEARCH + " fallback: STIMULUS fallback_stimulus: -5", "");
        RecordingPort rig = bench.connect();

        countLate(bench, rig);

        assertThat(rig.lastPresent().getStimulusList()).containsExactly(-5.0);
        Decision decision = bench.listener.decisions.getLast();
        assertThat(decision.slackNanos()).isEqualTo(-1);
        assertThat(bench.listener.times.getLast().missed()).isTrue();
    }

    @Test
    void aSearchWithoutTimeFallsBackToABlank() {
        Bench bench = Bench.of(Specs.SEARCH + " fallback: BLANK", "");
        RecordingPort rig = bench.connect();

        countLate(bench, rig);

        assertThat(rig.lastPresent().getStimulusList()).isEmpty();
        assertThat(bench.belief.trials()).isEqualTo(1);
        bench.count(rig, 3);
        assertThat(bench.belief.trials()).isEqualTo(1);
        assertThat(rig.lastPresent().getDecision().getSource()).isEqualTo(DecisionSource.SEARCH);
    }
}
