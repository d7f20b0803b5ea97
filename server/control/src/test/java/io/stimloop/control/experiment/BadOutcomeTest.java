package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.stimloop.control.spec.Violation;
import io.stimloop.v1.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Outcomes that cannot be true: refused at exactly the field at fault, and nothing has changed. */
class BadOutcomeTest {
    private final Bench bench = Bench.ofSequence();
    private final RecordingPort rig = bench.connect();

    private static Stream<Arguments> badOutcomes() {
        return Stream.of(
                arguments(trial().build(), "outcome.counts", "0 counts"),
                arguments(trial().addCounts(1).addCounts(2).build(), "outcome.counts", "2 counts"),
                arguments(trial().addCounts(100_001).build(), "outcome.counts[0]", "100001 is more than"),
                arguments(trial().addCounts((int) 4_000_000_000L).build(), "outcome.counts[0]",
                        "4000000000 is more than"),
                arguments(shown(Double.NaN), "outcome.presented[0]", "NaN must be a number from -10.0"),
                arguments(shown(Double.POSITIVE_INFINITY), "outcome.presented[0]", "Infinity must be"),
                arguments(shown(Double.NEGATIVE_INFINITY), "outcome.presented[0]", "-Infinity must be"),
                arguments(shown(Math.nextUp(10.0)), "outcome.presented[0]", "to 10.0"),
                arguments(shown(Math.nextDown(-10.0)), "outcome.presented[0]", "from -10.0"),
                arguments(shown(1, 2), "outcome.presented", "2 values; the stimulus has 1 dimension"),
                arguments(trial().setInvalid(true).addCounts(3).build(), "outcome.invalid", "neither"),
                arguments(trial().setInvalid(true).addPresented(3).build(), "outcome.invalid", "neither"));
    }

    private static Outcome.Builder trial() {
        return Outcome.newBuilder().setTrial(2);
    }

    private static Outcome shown(double... presented) {
        Outcome.Builder outcome = trial().addCounts(3);
        for (double value : presented) {
            outcome.addPresented(value);
        }
        return outcome.build();
    }

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource("badOutcomes")
    void aBadOutcomeIsRefusedAtItsFieldAndTheExperimentGoesOn(Outcome bad, String field, String words) {
        bench.count(rig, 4);
        List<Long> before = bench.bits();

        bench.outcome(rig, bad);

        assertThat(rig.refusals()).singleElement().satisfies(refused -> {
            assertThat(refused.kind()).isEqualTo(Refused.Kind.INVALID);
            assertThat(refused.violations()).singleElement().satisfies(violation -> {
                assertThat(violation.field()).isEqualTo(field);
                assertThat(violation.description()).contains(words);
            });
        });
        assertThat(bench.bits()).isEqualTo(before);
        requireGoesOn();
    }

    /** The rig comes back, is asked for the same trial again and may answer it. */
    private void requireGoesOn() {
        RecordingPort again = bench.connect();
        assertThat(again.lastPresent()).isEqualTo(rig.lastPresent());
        bench.count(again, 4);
        assertThat(again.trials()).containsExactly(2L, 3L);
        assertThat(bench.belief.trials()).isEqualTo(2);
    }

    @Test
    void everyFaultOfAnOutcomeIsNamedAtOnce() {
        bench.outcome(rig,
                Outcome.newBuilder().setTrial(1).addCounts(-1).addCounts(1).addPresented(11).build());

        assertThat(rig.refusals()).singleElement().satisfies(refused -> assertThat(refused.violations())
                .extracting(Violation::field)
                .containsExactly("outcome.counts", "outcome.counts[0]", "outcome.presented[0]"));
    }

    @Test
    void theLargestCountAndTheLimitsThemselvesAreTaken() {
        bench.outcome(rig, Outcome.newBuilder().setTrial(1).addCounts(100_000).addPresented(10).build());
        bench.outcome(rig, Outcome.newBuilder().setTrial(2).addCounts(0).addPresented(-10).build());

        assertThat(rig.refusals()).isEmpty();
        assertThat(bench.belief.trials()).isEqualTo(2);
    }

    @Test
    void aStimulatorsOutcomeIsRefused() {
        Bench shared = Bench.ofSequence();
        RecordingPort stimulator = shared.connect("laser", Roles.STIMULATOR);
        RecordingPort recorder = shared.connect("probe", Roles.RECORDER);

        shared.outcome(stimulator, Bench.counted(1, 3));

        assertThat(stimulator.refusals()).singleElement()
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.STATE));
        assertThat(shared.belief.trials()).isZero();
        assertThat(recorder.open()).isTrue();
    }
}
