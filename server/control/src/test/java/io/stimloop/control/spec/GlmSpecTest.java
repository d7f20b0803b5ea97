package io.stimloop.control.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.glm.GlmSource;
import io.stimloop.numerics.random.Streams;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Specs of a GLM over a stimulus of many numbers, and what is wrong with them. */
class GlmSpecTest {
    private static final String RIGHT = """
            name: "glm" seed: 7
            neurons { name: "cell" }
            stimulus { vector { name: "pixel" unit: "1" size: 4 max_norm: 2 candidates: 30 } }
            model { glm { link: EXPONENTIAL filter { variance: 0.1 } bias { mean: 0.5 sd: 1 } history { lags: 2 weight_sd: 0.1 } drift_sd: 0.01 } }
            objective { infomax { } }
            planner { search { whole_ball: true } }
            simulation { gabor { norm: 1 wavelength: 4 orientation: 45 sd: 1 phase: 0 } }
            """;

    @Test
    void resolvesToAModelAndCandidatesOnTheSphere() {
        ResolvedSpec spec = resolved(RIGHT);
        assertThat(spec.stimulus().maxNorm()).isEqualTo(2);
        assertThat(spec.dimensions()).extracting(StimulusDimension::name).containsExactly("pixel[0]",
                "pixel[1]",
                "pixel[2]", "pixel[3]");
        assertThat(spec.candidates()).hasNumberOfRows(30);
        for (double[] candidate : spec.candidates()) {
            assertThat(StimulusPlan.norm(candidate)).isCloseTo(2, Offset.offset(1e-12));
        }
        assertThat(spec.source().parameterNames()).containsExactly("filter[0]", "filter[1]", "filter[2]",
                "filter[3]", "bias", "history[1]", "history[2]");
        assertThat(((GlmSource) spec.source()).model().driftSd()).isEqualTo(0.01);
        assertThat(spec.safety().max()).containsExactly(2, 2, 2, 2);
        assertThat(spec.memoryBytes()).isPositive();
    }

    @Test
    void theSameSeedDrawsTheSameCandidates() {
        assertThat(resolved(RIGHT).candidates()).isDeepEqualTo(resolved(RIGHT).candidates());
        assertThat(resolved(RIGHT.replace("seed: 7", "seed: 8")).candidates()[0])
                .isNotEqualTo(resolved(RIGHT).candidates()[0]);
    }

    @Test
    void theTrueFilterIsAGabor() {
        Truth cell = resolved(RIGHT).simulation().cell(Streams.of(1, 1, 1));
        double[] weights = cell.parameters(0);
        assertThat(weights[0] * weights[0] + weights[1] * weights[1] + weights[2] * weights[2]
                + weights[3] * weights[3]).isCloseTo(1, Offset.offset(1e-12));
        assertThat(weights[4]).isEqualTo(0.5);
    }

    @Test
    void theCovarianceMayBeOfLowRank() {
        ResolvedSpec low = resolved(RIGHT + "belief { gaussian { rank: 3 } }");
        assertThat(((GlmSource) low.source()).rank()).isEqualTo(3);
        assertThat(((GlmSource) resolved(RIGHT).source()).rank()).isZero();
    }

    @Test
    void candidatesMayBeListed() {
        String listed = RIGHT.replace("candidates: 30",
                "listed { values: [1, 0, 0, 0] } listed { values: [0, 0, 0, -2] }");
        assertThat(resolved(listed).candidates())
                .isDeepEqualTo(new double[][]{{1, 0, 0, 0}, {0, 0, 0, -2}});
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "size: 4 | size: 5000 | stimulus.vector.size | 5000 must be from 1 to 4096",
            "max_norm: 2 | max_norm: 0 | stimulus.vector.maxNorm | 0 must be from",
            "candidates: 30 | candidates: 200000 | stimulus.vector.candidates | 200,000 are too many",
            "candidates: 30 | listed { values: [1] } | stimulus.vector.listed[0] | has 1 values, the vector has 4",
            "candidates: 30 | listed { values: [2, 1, 0, 0] } | stimulus.vector.listed[0] | long, longer than maxNorm (2)",
            "link: EXPONENTIAL | | model.glm.link | is missing",
            "variance: 0.1 | variance: -1 | model.glm.filter.variance | -1 must be from",
            "variance: 0.1 | mean: [1] variance: 1 | model.glm.filter.mean | has 1 values, the stimulus has 4",
            "variance: 0.1 | low_rank { variance: 1 factors { values: [1] } } | model.glm.filter.lowRank.factors[0] | has 1 values",
            "variance: 0.1 | blocks { blocks { covariance: [1, 1, 1, 1] } } | model.glm.filter.blocks.blocks[0].covariance | singular",
            "variance: 0.1 | blocks { blocks { covariance: [1, 0, 0.5, 1] } } | model.glm.filter.blocks.blocks[0].covariance[2] | must be equal to 0",
            "variance: 0.1 | blocks { blocks { covariance: [1, 0, 0, 1] } } | model.glm.filter.blocks.blocks | cover 2 weights",
            "variance: 0.1 | | model.glm.filter | has no covariance",
            "sd: 1 } history | sd: 0 } history | model.glm.bias.sd | 0 must be from",
            "lags: 2 | lags: 21 | model.glm.history.lags | 21 must be from 1 to 20",
            "drift_sd: 0.01 | coupling { lags: 1 weight_sd: 1 } | model.glm.coupling | needs other neurons",
            "drift_sd: 0.01 | drift_sd: -1 | model.glm.driftSd | -1 must be from",
            "infomax { } | uncertainty { } | planner.search.wholeBall | objective infomax only",
            "infomax { } | infomax { } cost { weight: 1 per_switch: 1 } | planner.search.wholeBall | objective.cost",
            "whole_ball: true } } | whole_ball: true } } safety { limits { key: \"pixel[1]\" value { min: -3 max: 1 } } } | planner.search.wholeBall | narrower",
            "whole_ball: true | whole_ball: true lookahead { steps: 2 } | planner.search.lookahead | together with wholeBall",
            "phase: 0 } | phase: 0 } } belief { grid { } | model.glm | no belief of another form",
            "phase: 0 } | phase: 0 } } belief { gaussian { rank: 7 } | model.glm | rank is 7: must be from 1 to 6 for 7 weights",
            "variance: 0.1 } | blocks { blocks { covariance: [1] } blocks { covariance: [1] } blocks { covariance: [1] } blocks { covariance: [1] } } } bias { sd: 1 } } } belief { gaussian { rank: 2 } } model { glm { | model.glm | rank is for independent weights",
            "size: 4 | size: 5 | simulation.gabor | needs a square of pixels"})
    void aFaultIsReportedAtItsField(String piece, String instead, String field, String words) {
        assertThat(RIGHT).contains(piece);
        assertThat(violations(RIGHT.replace(piece, instead == null ? "" : instead)))
                .anySatisfy(violation -> {
                    assertThat(violation.field()).isEqualTo(field);
                    assertThat(violation.description()).contains(words);
                });
    }

    private static ResolvedSpec resolved(String text) {
        return switch (SpecResolver.resolve(SpecTexts.parsed(text), SpecTexts.BUDGET_BYTES)) {
            case Resolution.Accepted accepted -> accepted.spec();
            case Resolution.Refused refused -> throw new AssertionError(refused.violations());
        };
    }

    private static List<Violation> violations(String text) {
        return SpecTexts.violations(SpecTexts.parsed(text));
    }
}
