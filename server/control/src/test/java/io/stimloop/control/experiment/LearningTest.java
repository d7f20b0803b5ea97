package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.control.experiment.TrialListener.Reception;
import io.stimloop.control.safety.SafetyEnvelope;
import io.stimloop.inference.grid.GridBelief;
import io.stimloop.inference.grid.TuningCurveSource;
import io.stimloop.v1.Belief;
import io.stimloop.v1.Outcome;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the belief learns from a trial. */
class LearningTest {
    private final Bench bench = Bench.ofSequence();

    @Test
    void theBeliefIsThatOfOneConditionedByHandOnWhatWasCommanded() {
        RecordingPort rig = bench.connect();
        GridBelief byHand = new GridBelief(((TuningCurveSource) bench.spec.source()).curve());
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 20; trial++) {
            int count = random.nextInt(25);
            byHand.condition(new double[]{rig.lastPresent().getStimulus(0)}, new double[]{count});
            bench.count(rig, count);
        }

        assertThat(bench.bits()).isEqualTo(Bench.bits(byHand));
    }

    @Test
    void theBeliefLearnsFromWhatTheHardwareShowed() {
        RecordingPort rig = bench.connect();
        GridBelief byHand = new GridBelief(((TuningCurveSource) bench.spec.source()).curve());
        byHand.condition(new double[]{-7.25}, new double[]{9});

        bench.outcome(rig, Outcome.newBuilder().setTrial(1).addCounts(9).addPresented(-7.25).build());

        assertThat(rig.presents().getFirst().getStimulus(0)).isEqualTo(5.0);
        assertThat(bench.bits()).isEqualTo(Bench.bits(byHand));
    }

    @Test
    void whatOneTrialShowedIsNotTakenForTheNext() {
        RecordingPort rig = bench.connect();
        GridBelief byHand = new GridBelief(((TuningCurveSource) bench.spec.source()).curve());
        byHand.condition(new double[]{-7.25}, new double[]{9});
        byHand.condition(new double[]{-10}, new double[]{2});

        bench.outcome(rig, Outcome.newBuilder().setTrial(1).addCounts(9).addPresented(-7.25).build());
        bench.count(rig, 2);

        assertThat(bench.bits()).isEqualTo(Bench.bits(byHand));
    }

    /** With a baseline of 1 and an amplitude of at most 20, 5,000 spikes have a probability below any double. */
    @Test
    void anOutcomeThatTheModelCannotExplainIsCountedAndLeavesTheBeliefFinite() {
        RecordingPort rig = bench.connect();

        bench.count(rig, 5_000);
        bench.count(rig, 5_000);
        bench.count(rig, 1);

        Belief belief = bench.experiment.reading().join().belief();
        assertThat(belief.getImplausibleOutcomes()).isEqualTo(2);
        assertThat(bench.listener.implausible).isEqualTo(2);
        assertThat(belief.getTrials()).isEqualTo(3);
        assertThat(belief.getEntropyNats()).isFinite().isNotNegative();
        assertThat(belief.getParametersList()).allSatisfy(parameter -> {
            assertThat(parameter.getMean()).isFinite();
            assertThat(parameter.getSd()).isFinite();
        });
        assertThat(bench.grid().marginals()).allSatisfy(marginal -> {
            assertThat(marginal).doesNotContain(Double.NaN);
            assertThat(sum(marginal)).isBetween(1 - 1e-12, 1 + 1e-12);
        });
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    @Test
    void anOutcomeIsReportedFromOneInATrillionOn() {
        int improbable = 0;
        while (logPlausibility(improbable) >= Math.log(1e-12)) {
            improbable++;
        }
        assertThat(improbable).isGreaterThan(21);

        assertThat(reported(improbable - 1)).isZero();
        assertThat(reported(improbable)).isEqualTo(1);
    }

    /** Of a count in the first trial of the sequence. */
    private double logPlausibility(int count) {
        return new GridBelief(((TuningCurveSource) bench.spec.source()).curve()).condition(new double[]{5},
                new double[]{count});
    }

    private static int reported(int count) {
        Bench fresh = Bench.ofSequence();
        fresh.count(fresh.connect(), count);
        return fresh.listener.implausible;
    }

    /** The sequence begins 5, -10, 0: the door stands open from -6 to 6 only. */
    @Test
    void aStimulusOutsideTheEnvelopeBecomesABlankFromWhichNothingIsLearned() {
        Bench narrow = Bench.behind(new SafetyEnvelope(new double[]{-6}, new double[]{6}));
        RecordingPort rig = narrow.connect();
        narrow.count(rig, 3);
        List<Long> before = narrow.bits();
        assertThat(rig.lastPresent().getTrial()).isEqualTo(2);
        assertThat(rig.lastPresent().getStimulusList()).isEmpty();
        assertThat(narrow.listener.refusedByEnvelope).isEqualTo(1);

        narrow.count(rig, 7);

        assertThat(narrow.bits()).isEqualTo(before);
        assertThat(rig.lastPresent().getStimulusList()).containsExactly(0.0);
        assertThat(narrow.listener.receptions).containsExactly(Reception.LEARNED, Reception.BLANK);
        assertThat(narrow.experiment.description().join().getTrials()).isEqualTo(2);
    }

    @Test
    void aBlankCannotHaveShownAnything() {
        Bench narrow = Bench.behind(new SafetyEnvelope(new double[]{-1}, new double[]{1}));
        RecordingPort rig = narrow.connect();

        narrow.outcome(rig, Outcome.newBuilder().setTrial(1).addCounts(3).addPresented(0).build());

        assertThat(rig.refusals()).singleElement().satisfies(refused -> assertThat(refused.violations())
                .singleElement().satisfies(violation -> {
                    assertThat(violation.field()).isEqualTo("outcome.presented");
                    assertThat(violation.description()).contains("blank");
                }));
        assertThat(narrow.belief.trials()).isZero();
    }
}
