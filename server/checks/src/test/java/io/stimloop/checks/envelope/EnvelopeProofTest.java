package io.stimloop.checks.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.checks.CheckResult;
import io.stimloop.control.safety.DoseReserve;
import io.stimloop.control.safety.Judge;
import io.stimloop.control.safety.Rule;
import io.stimloop.control.safety.SafetyEnvelope;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EnvelopeProofTest {
    private static final long MILLION = 1_000_000;

    @Test
    void aMillionProposalsAreJudgedAlikeAndEveryRuleIsOftenTheOnlyReason() throws InterruptedException {
        CheckResult result = new EnvelopeProof(MILLION, 1).run();
        assertThat(result.cases()).isGreaterThanOrEqualTo(MILLION);
        assertThat(result.figures()).containsEntry("violations", 0L).containsEntry("disagreements", 0L)
                .containsEntry("firstDisagreement", "");
        Map<?, ?> only = (Map<?, ?>) Objects
                .requireNonNull(result.figures().get("onlyReason"));
        assertThat(only).hasSize(Rule.values().length);
        only.forEach((rule, count) -> assertThat((long) count).as("%s", rule).isGreaterThanOrEqualTo(10));
        assertThat(result.failures()).isZero();
    }

    @Test
    void aSessionFollowsFromItsSeedAndNumber() {
        Tally once = new Tally();
        Tally again = new Tally();
        Session.run(5, 18, once);
        Session.run(5, 18, again);
        assertThat(once.admitted()).isEqualTo(again.admitted()).isPositive();
        assertThat(once.proposals()).isEqualTo(again.proposals());
    }

    /** An envelope that allows a target a little more than the oracle does is found out. */
    @Test
    void anEnvelopeWithAnotherLimitIsFoundOut() {
        Setup wrong = new Setup();
        wrong.light = true;
        wrong.pattern = true;
        wrong.targetMw = 5.25;
        Setup right = new Setup();
        right.light = true;
        right.pattern = true;
        right.targetMw = 5;
        DoseReserve reserve = new LaggingReserve(Setup.TARGETS + 1, false);
        SafetyEnvelope envelope = new Translation(wrong).parts().envelope(reserve);
        Tally tally = new Tally();
        double[] stimulus = {0, 5.25, 0, 0};
        Findings findings = new Oracle(right, reserve).judge(stimulus, 0);
        tally.count(envelope.reasons(stimulus, 0, Judge.QUIET), findings.broken(), findings.narrow(), "here");
        assertThat(tally.violations()).isEqualTo(1);
        assertThat(tally.first()).startsWith("here").endsWith("TARGET_POWER");
    }
}
