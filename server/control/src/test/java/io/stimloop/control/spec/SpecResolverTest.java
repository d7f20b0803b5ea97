package io.stimloop.control.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import io.stimloop.inference.grid.TuningCurveSource;
import io.stimloop.inference.response.NoiseFamily;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.Shape;
import io.stimloop.planning.lookahead.Horizon;
import io.stimloop.v1.Dimension;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Levels;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpecResolverTest {
    @Test
    void aSpecWithoutFaultsBecomesWhatItSays() {
        ResolvedSpec resolved = accepted(SpecTexts.with(
                "sequence { stimuli { values: [90] } } fallback: STIMULUS fallback_stimulus: [45]",
                "search { } fallback: BALANCED"));

        assertThat(resolved.name()).isEqualTo("tuning");
        assertThat(resolved.seed()).isEqualTo(7);
        assertThat(resolved.candidates()).isDeepEqualTo(
                new double[][]{{0}, {45}, {90}, {135}, {180}, {225}, {270}, {315}});
        assertThat(resolved.dimensions().getFirst().period()).isEqualTo(360);
        assertThat(((TuningCurveSource) resolved.source()).curve().shape()).isEqualTo(Shape.BIDIRECTIONAL);
        assertThat(((TuningCurveSource) resolved.source()).curve().noise())
                .isEqualTo(NoiseFamily.NEGATIVE_BINOMIAL);
        assertThat(((TuningCurveSource) resolved.source()).curve().axes()).extracting(ParameterAxis::name)
                .containsExactly("baseline",
                        "amplitude",
                        "preferred", "width", "opposite", "dispersion");
        assertThat(((TuningCurveSource) resolved.source()).curve().axes().getFirst().values())
                .containsExactly(new double[]{0.5, 2, 8},
                        within(1e-12));
        assertThat(resolved.planner().deadlineNanos()).isEqualTo(20_000_000);
        assertThat(resolved.planner().method()).isInstanceOfSatisfying(PlanningMethod.Sequence.class,
                sequence -> assertThat(sequence.stimuli()).isDeepEqualTo(new double[][]{{90}}));
        assertThat(resolved.planner().fallback()).isInstanceOfSatisfying(FallbackChoice.Stimulus.class,
                stimulus -> assertThat(stimulus.values()).containsExactly(45));
        assertThat(resolved.safety().max()).containsExactly(360);
        assertThat(resolved.stopping().maxTrials()).isEqualTo(160);
        assertThat(resolved.stopping().parameterSd())
                .containsExactlyEntriesOf(Map.of("width", 2.0));
        assertThat(resolved.memoryBytes()).isPositive();
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        ResolvedSpec resolved = accepted(
                SpecTexts.right().toBuilder().clearObjective().clearPlanner().clearSafety()
                        .clearStopping().build());

        assertThat(resolved.planner())
                .isEqualTo(new PlannerSettings(
                        new PlanningMethod.Search(0, 0, 0, false, Horizon.NEXT, 0, Optional.empty()),
                        50_000_000,
                        new FallbackChoice.Balanced(), new SpeculationSettings(128, false),
                        new LoadSettings(false, 50_000_000)));
        assertThat(resolved.safety().min()).containsExactly(0);
        assertThat(resolved.safety().max()).containsExactly(315);
        assertThat(resolved.safety().validForNanos()).isEqualTo(1_000_000_000);
        assertThat(resolved.safety().leaseNanos()).isEqualTo(2_000_000_000);
        assertThat(resolved.stopping().maxTrials()).isEqualTo(Long.MAX_VALUE);
        assertThat(resolved.stopping().maxDurationNanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(resolved.stopping().entropyNats()).isNaN();
        assertThat(resolved.stopping().parameterSd()).isEmpty();
    }

    @Test
    void everyFaultIsReportedAtOnceInTheOrderOfTheSections() {
        List<Violation> violations = SpecTexts.violations(SpecTexts.parsed("""
                stimulus { dimensions { name: "x" values { from: 3 to: 1 count: 1 } } }
                model { tuning_curve { shape: GAUSSIAN parameters { key: "sigma" value { values: [1] } } } }
                planner { deadline { seconds: 61 } }
                safety { limits { key: "y" value { } } }
                stopping { entropy_nats: -inf parameter_sd { key: "sigma" value: -1 } }
                """));

        assertThat(violations).extracting(Violation::field).containsExactly("name", "neurons",
                "stimulus.dimensions[0].values.to", "stimulus.dimensions[0].values.count", "safety.limits.y",
                "model.tuningCurve.parameters.sigma", "model.tuningCurve.parameters.baseline",
                "model.tuningCurve.parameters.amplitude", "model.tuningCurve.parameters.preferred",
                "model.tuningCurve.parameters.width", "model.tuningCurve.noise", "planner.deadline",
                "stopping.parameterSd.sigma", "stopping.parameterSd.sigma", "stopping.entropyNats");
    }

    @Test
    void theEmptySpecIsRefusedAndSaysWhatItNeeds() {
        assertThat(SpecTexts.violations(ExperimentSpec.getDefaultInstance())).extracting(Violation::toString)
                .containsExactly("name: is missing: " + Names.RULE,
                        "neurons: has 0 entries: give from 1 to 1000",
                        "stimulus.dimensions: has 0 entries: give from 1 to 8",
                        "model: has no kind: give tuningCurve, formula, psychometric, multinomial, rateMap, "
                                + "glm or optogenetic");
    }

    @Test
    void candidatesAreBoundedBeforeTheyAreBuilt() {
        assertThat(SpecTexts.violations(withDimensions(2))).extracting(Violation::toString)
                .contains("stimulus.dimensions: 8e10 combinations of values are too many: at most 100,000");
        assertThat(SpecTexts.violations(withDimensions(20_000))).extracting(Violation::toString)
                .containsExactly("stimulus.dimensions: has 20001 entries: give from 1 to 8");
    }

    private static ExperimentSpec withDimensions(int more) {
        ExperimentSpec.Builder spec = SpecTexts.right().toBuilder();
        for (int d = 0; d < more; d++) {
            spec.getStimulusBuilder().addDimensions(Dimension.newBuilder().setName("d" + d)
                    .setValues(Levels.newBuilder().setFrom(0).setTo(1).setCount(100_000)));
        }
        return spec.build();
    }

    @Test
    void dimensionsOfTheSameNameAreRefused() {
        ExperimentSpec.Builder spec = SpecTexts.right().toBuilder();
        spec.getStimulusBuilder().addDimensions(spec.getStimulus().getDimensions(0));

        assertThat(SpecTexts.violations(spec.build())).extracting(Violation::toString).contains(
                "stimulus.dimensions[1].name: \"direction\" names an earlier dimension too: names must differ");
    }

    @Test
    void aShapeThatDoesNotWrapAroundIsRefusedForAnAngle() {
        assertThat(SpecTexts.violations(SpecTexts.with("GAUSSIAN", "BIDIRECTIONAL")))
                .extracting(Violation::field)
                .containsExactly("model.tuningCurve.shape", "model.tuningCurve.parameters.opposite");
    }

    @Test
    void aFieldOfANewerClientIsRefusedAndNotIgnored() {
        UnknownFieldSet newer = UnknownFieldSet.newBuilder()
                .addField(77, UnknownFieldSet.Field.newBuilder().addVarint(1).build()).build();
        ExperimentSpec spec = SpecTexts.right();
        ExperimentSpec.Builder changed = spec.toBuilder();
        changed.getStimulusBuilder().getDimensionsBuilder(0).setUnknownFields(newer);
        changed.getSafetyBuilder().putLimits("direction",
                spec.getSafety().getLimitsOrThrow("direction").toBuilder().setUnknownFields(newer).build());

        assertThat(SpecTexts.violations(changed.build())).extracting(Violation::field)
                .containsExactly("stimulus.dimensions[0]", "safety.limits.direction");
    }

    @Test
    void anEndlessListOfFaultsIsCutAndSaysSo() {
        ExperimentSpec.Builder spec = SpecTexts.right().toBuilder();
        for (int i = 0; i < 1000; i++) {
            spec.getStoppingBuilder().putParameterSd("p" + i, 1);
        }

        List<Violation> violations = SpecTexts.violations(spec.build());

        assertThat(violations).hasSize(Faults.MOST_REPORTED + 1);
        assertThat(violations.getLast().toString()).isEqualTo("has 970 more faults");
    }

    @Test
    void aHostileNameIsShownShortAndHarmless() {
        List<Violation> violations = SpecTexts.violations(
                SpecTexts.right().toBuilder().setName("\u001b[2J\n" + "x".repeat(100_000)).build());

        assertThat(violations).singleElement().satisfies(violation -> assertThat(violation.toString())
                .hasSizeLessThan(200).doesNotContain("\u001b", "\n"));
    }

    @Test
    void memoryIsComparedWithTheBudgetGiven() {
        ExperimentSpec.Builder spec = SpecTexts.right().toBuilder();
        spec.getPlannerBuilder().clearMethod().getSpeculationBuilder().setResponses(40);
        long needed = accepted(spec.build()).memoryBytes();

        assertThat(SpecResolver.resolve(spec.build(), needed)).isInstanceOf(Resolution.Accepted.class);
        assertThat(SpecResolver.resolve(spec.build(), needed - 1)).isInstanceOf(Resolution.Refused.class);
    }

    @Test
    void whatIsPlannedAheadUnaskedDoesWithoutMemoryThatThereIsNot() {
        ExperimentSpec spec = SpecTexts.right().toBuilder().clearPlanner().build();
        ResolvedSpec roomy = accepted(spec);
        assertThat(roomy.planner().foreseen()).isEqualTo(128);

        ResolvedSpec tight = switch (SpecResolver.resolve(spec, roomy.memoryBytes() - 1)) {
            case Resolution.Accepted(ResolvedSpec accepted) -> accepted;
            case Resolution.Refused(List<Violation> violations) ->
                throw new AssertionError(violations.toString());
        };
        assertThat(tight.planner().foreseen()).isZero();
        assertThat(tight.memoryBytes()).isPositive().isLessThan(roomy.memoryBytes());
    }

    @Test
    void nothingThatIsParsedMakesTheResolverThrow() {
        byte[] bytes = SpecTexts.right().toByteArray();
        for (long seed = 1; seed <= 300; seed++) {
            byte[] mutated = mutated(bytes, seed);
            try {
                assertThat(SpecResolver.resolve(ExperimentSpec.parseFrom(mutated), SpecTexts.BUDGET_BYTES))
                        .isNotNull();
            } catch (InvalidProtocolBufferException e) {
                assertThat(e).as("not a message at all, seed %d", seed).isNotNull();
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private static byte[] mutated(byte[] bytes, long seed) {
        Random random = new Random(seed);
        byte[] mutated = Arrays.copyOf(bytes, bytes.length);
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
        }
        return mutated;
    }

    private static ResolvedSpec accepted(ExperimentSpec spec) {
        Resolution resolution = SpecResolver.resolve(spec, SpecTexts.BUDGET_BYTES);
        assertThat(resolution).isInstanceOf(Resolution.Accepted.class);
        return ((Resolution.Accepted) resolution).spec();
    }
}
