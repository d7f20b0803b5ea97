package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.objective.Aim;
import io.stimloop.inference.objective.Objective;
import io.stimloop.inference.objective.StimulusCost;
import io.stimloop.v1.DecisionReport;
import io.stimloop.v1.DecisionSource;
import io.stimloop.v1.ExperimentSnapshot;
import io.stimloop.v1.ScoreStimuliResponse;
import io.stimloop.v1.SourceCount;
import io.stimloop.v1.StimulusScore;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** What an operator sees of a decision, the objective giving what it likes. */
class DecisionReportTest {
    /** A utility that is a function of the expected response. */
    private record Odd(DoubleUnaryOperator utility) implements Objective {
        @Override
        public Question question() {
            return new Question.ExpectedResponse();
        }

        @Override
        public double utility(Prediction prediction) {
            return utility.applyAsDouble(prediction.mean(0));
        }
    }

    private static Bench bench(String planner, Aim aim) {
        ResolvedSpec spec = Specs.of(planner, "");
        return Bench.of("bench", new ResolvedSpec(spec.original(), spec.name(), spec.seed(), spec.stimulus(),
                spec.source(), aim, spec.planner(), spec.modelCheck(), spec.safety(), spec.stopping(),
                spec.simulation(), spec.memoryBytes()));
    }

    private static Bench bench(DoubleUnaryOperator utility) {
        return bench(Specs.SEARCH + " fallback: STIMULUS fallback_stimulus: -5", Aim.of(new Odd(utility)));
    }

    private static ExperimentSnapshot snapshot(Bench bench) {
        return bench.experiment.snapshot().join().complete();
    }

    private static DecisionReport report(Bench bench) {
        return snapshot(bench).getLatest().getReport();
    }

    /** The small experiment's expected responses are greatest at 0 and least at the ends, where they are equal. */
    @Test
    void aSearchTellsWhatItPreferredToWhatAndByHowMuch() {
        Bench bench = bench(mean -> mean);
        bench.connect();
        ExperimentSnapshot snapshot = snapshot(bench);
        DecisionReport report = snapshot.getLatest().getReport();
        ScoreStimuliResponse scores = bench.experiment.reading().join().scores();

        assertThat(report.getReason()).isEqualTo("search: 5 of 5 scored");
        assertThat(snapshot.getLatest().getStimulusList()).containsExactly(0.0);
        assertThat(report.getRunnerUp().getStimulusList()).containsExactly(-5.0);
        assertThat(report.getMargin()).isPositive().isEqualTo(
                snapshot.getLatest().getDecision().getUtility() - report.getRunnerUp().getUtility());
        assertThat(report.hasBound()).isFalse();
        assertThat(report.getUtilitiesList().stream().map(StimulusScore::getUtility).toList())
                .isEqualTo(scores.getScoresList().stream().map(StimulusScore::getUtility).toList());
        assertThat(scores.getBest().getStimulusList()).containsExactly(0.0);
        assertThat(scores.getRunnerUp()).isEqualTo(scores.getScores(1));
        assertThat(scores.getSkipped()).isZero();
        assertThat(snapshot.getSourcesList()).containsExactly(
                SourceCount.newBuilder().setSource(DecisionSource.SEARCH).setDecisions(1).build());
        assertThat(snapshot.getPlannerWarningsList()).isEmpty();
    }

    @Test
    void candidatesThatCannotBeScoredArePassedOverCountedAndReported() {
        Bench bench = bench(mean -> mean > 3.75 ? Double.NaN : mean);
        RecordingPort rig = bench.connect();
        ScoreStimuliResponse scores = bench.experiment.reading().join().scores();
        int odd = scores.getSkipped();
        DecisionReport report = report(bench);

        assertThat(odd).isBetween(1, 4);
        assertThat(scores.getScoresList().stream().filter(score -> Double.isNaN(score.getUtility())))
                .hasSize(odd);
        assertThat(report.getReason()).isEqualTo(
                "search: " + (5 - odd) + " of 5 scored, " + odd + " could not be");
        assertThat(report.getSkipped()).isEqualTo(odd);
        assertThat(rig.lastPresent().getStimulusList()).isEqualTo(scores.getBest().getStimulusList());
        assertThat(snapshot(bench).getSkippedCandidates()).isEqualTo(odd);
        assertThat(snapshot(bench).getPlannerWarningsList()).containsExactly("objective: gave no number, or "
                + "failed, for " + odd + " candidates so far, which were passed over");
    }

    @Test
    void whereNoneCanBeScoredTheFallbackIsPresentedWithAWarning() {
        Bench bench = bench(mean -> Double.NaN);
        RecordingPort rig = bench.connect();
        for (int trial = 0; trial < 10; trial++) {
            bench.count(rig, 3);
        }

        assertThat(rig.lastPresent().getStimulusList()).containsExactly(-5.0);
        assertThat(rig.lastPresent().getDecision().getSource()).isEqualTo(DecisionSource.FALLBACK);
        assertThat(report(bench).getReason())
                .isEqualTo("fallback STIMULUS: none of 5 candidates tried could be scored");
        assertThat(report(bench).hasMargin()).isFalse();
        assertThat(bench.experiment.reading().join().scores().hasBest()).isFalse();
        assertThat(snapshot(bench).getPlannerWarningsList()).contains(
                "planner: presented the fallback 11 times because none of the candidates tried could be scored");
        assertThat(bench.listener.warnings).as("told in words, for the log").hasSize(1);
        assertThat(bench.listener.warnings.getFirst()).anyMatch(warning -> warning.startsWith("planner:"));
    }

    @Test
    void anObjectiveThatFailsIsToldOfOnceAndScoredAsNoNumber() {
        Bench bench = bench(mean -> {
            throw new ArithmeticException("odd");
        });
        RecordingPort rig = bench.connect();
        bench.count(rig, 3);

        assertThat(rig.lastPresent().getDecision().getSource()).isEqualTo(DecisionSource.FALLBACK);
        assertThat(bench.listener.failures).singleElement().isInstanceOf(ArithmeticException.class);
        assertThat(bench.experiment.reading().join().scores().getSkipped()).isEqualTo(5);
    }

    @Test
    void theCostOfTheNextStimulusIsTakenOffAndTold() {
        StimulusCost perUnitMoved = new StimulusCost(new double[1], new double[]{1}, new double[]{Double.NaN},
                0);
        Bench bench = bench(Specs.SEARCH, new Aim(new Odd(mean -> mean), perUnitMoved));
        bench.connect();
        ScoreStimuliResponse scores = bench.experiment.reading().join().scores();

        assertThat(scores.getScoresList().stream().map(StimulusScore::getCost)).as("from 0")
                .containsExactly(10.0, 5.0, 0.0, 5.0, 10.0);
        assertThat(scores.getBest().getStimulusList()).containsExactly(0.0);
        double atTheEnd = scores.getScores(0).getUtility() + 10;
        assertThat(atTheEnd).as("its expected response").isBetween(1.0, 10.0);
    }

    @Test
    void whatMayNotFollowIsToldAndIsNotTheBest() {
        Bench bench = Bench.of("bench", Specs.moving(Specs.SEARCH, 5));
        RecordingPort rig = bench.connect();
        double now = rig.lastPresent().getStimulus(0);
        ScoreStimuliResponse scores = bench.experiment.reading().join().scores();
        for (StimulusScore score : scores.getScoresList()) {
            assertThat(score.getForbidden()).isEqualTo(Math.abs(score.getStimulus(0) - now) > 5);
            assertThat(score.getUtility()).isFinite();
        }
        assertThat(scores.getBest().getForbidden()).isFalse();
        bench.count(rig, 2);
        assertThat(report(bench).getUtilitiesList().stream().filter(StimulusScore::getForbidden).count())
                .isBetween(2L, 3L);
        ScoreStimuliResponse later = bench.experiment.reading().join().scores();
        assertThat(later.getBest().getForbidden()).isFalse();
    }

    @Test
    void theOtherSourcesSayWhyToo() {
        Bench design = Bench.of(Specs.BALANCED, "");
        design.connect();
        assertThat(report(design).getReason()).isEqualTo("design");
        assertThat(report(design).getUtilitiesList()).isEmpty();
        Bench staircase = Bench.of("staircase { criterion: 5 start: 0 down_after: 1 }", "");
        staircase.count(staircase.connect(), 7);
        assertThat(report(staircase).getReason())
                .isEqualTo("policy staircase: a yes, 1 level down; level 2 of 5, 0 reversals");
        Bench late = Bench.of(Specs.SEARCH, "");
        RecordingPort rig = late.connect();
        late.experiment.outcome(rig, Bench.counted(1, 3), late.clock.nowNanos() - Specs.DEADLINE_NANOS - 1);
        assertThat(report(late).getReason())
                .isEqualTo("fallback BALANCED: the time was up before one candidate was scored");
        assertThat(late.experiment.snapshot().join().complete().getSourcesList())
                .extracting(SourceCount::getSource)
                .isEqualTo(List.of(DecisionSource.SEARCH, DecisionSource.FALLBACK));
    }
}
