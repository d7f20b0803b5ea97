package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.v1.DecisionSource;
import io.stimloop.v1.ModelCheckResult;
import io.stimloop.v1.Outcome;
import org.junit.jupiter.api.Test;

/** The check of the model in the loop of trials. */
final class ModelWatchTest {
    private static final String HANDS_OVER = "} model_check { balanced_share: 0.5 ";

    @Test
    void countsThatTheModelCannotExplainRaiseTheAlarmOnce() {
        Bench bench = Bench.of(Specs.SEARCH, "");
        RecordingPort rig = bench.connect();
        contradict(bench, rig, 30);
        assertThat(bench.listener.alarms).containsExactly(true);
        assertThat(result(bench).getMisfit()).isTrue();
        assertThat(result(bench).getTrials()).isEqualTo(30);
        assertThat(result(bench).getMisfitPValue()).isLessThan(0.005);
    }

    @Test
    void whileAnAlarmIsUpAShareOfTheTrialsIsBalanced() {
        Bench bench = Bench.of(Specs.SEARCH, HANDS_OVER);
        RecordingPort rig = bench.connect();
        contradict(bench, rig, 30);
        int before = rig.presents().size();
        contradict(bench, rig, 10);
        assertThat(rig.presents().subList(before, before + 10)).extracting(p -> p.getDecision().getSource())
                .containsOnly(DecisionSource.SEARCH, DecisionSource.DESIGN)
                .filteredOn(DecisionSource.DESIGN::equals).hasSize(5);
        assertThat(rig.presents().getFirst().getDecision().getSource()).isEqualTo(DecisionSource.SEARCH);
    }

    @Test
    void whatWasNotShownAsCommandedIsNotChecked() {
        Bench bench = Bench.of(Specs.SEARCH, "");
        RecordingPort rig = bench.connect();
        bench.outcome(rig, Outcome.newBuilder().setTrial(1).addCounts(3).addPresented(2.5).build());
        bench.outcome(rig, Bench.invalid(2));
        assertThat(result(bench).getTrials()).isZero();
        bench.count(rig, 3);
        assertThat(result(bench).getTrials()).isEqualTo(1);
    }

    @Test
    void aDesignIsNotCheckedUnlessTheSpecSaysSo() {
        Bench bench = Bench.of(Specs.SEQUENCE, "");
        bench.count(bench.connect(), 3);
        assertThat(bench.experiment.reading().join().belief().hasModelCheck()).isFalse();
        Bench asked = Bench.of(Specs.SEQUENCE, "} model_check { ");
        asked.count(asked.connect(), 3);
        assertThat(result(asked).getTrials()).isEqualTo(1);
    }

    /** Expected counts are never below 1 nor above 21, and never jump at one stimulus. */
    private static void contradict(Bench bench, RecordingPort rig, int trials) {
        for (int t = 0; t < trials; t++) {
            bench.count(rig, t % 2 == 0 ? 0 : 60);
        }
    }

    private static ModelCheckResult result(Bench bench) {
        return bench.experiment.reading().join().belief().getModelCheck();
    }
}
