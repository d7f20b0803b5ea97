package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.stimloop.control.spec.Violation;
import io.stimloop.inference.belief.Responses;
import io.stimloop.v1.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether a response is of the kind that the model explains, for each kind. */
class ResponseCheckTest {
    private static final Responses COUNTS = Responses.counts(2);
    private static final Responses CHOICE = Responses.choice(3);
    private static final Responses VALUES = Responses.values(2);

    private static Outcome.Builder outcome() {
        return Outcome.newBuilder().setTrial(1);
    }

    private static List<String> faults(Responses responses, Outcome.Builder outcome) {
        ResponseCheck check = new ResponseCheck(responses, unit -> true);
        List<Violation> faults = new ArrayList<>();
        check.faults(outcome.build(), faults);
        assertThat(check.sane(outcome.build())).isEqualTo(faults.isEmpty());
        return faults.stream().map(Violation::toString).toList();
    }

    private static Stream<Arguments> bad() {
        return Stream.of(
                arguments(COUNTS, outcome().addCounts(1),
                        "outcome.counts: 1 counts; this experiment has 2 neurons and needs one count for each"),
                arguments(COUNTS, outcome().addCounts(1).addCounts(100_001),
                        "outcome.counts[1]: 100001 is more than 100000 spikes in a trial"),
                arguments(COUNTS, outcome().addCounts(1).addCounts(1).addChoices(1),
                        "outcome.choices: must be empty: this experiment's model is of counts"),
                arguments(CHOICE, outcome(), "outcome.choices: 0 choices; a trial has one"),
                arguments(CHOICE, outcome().addChoices(1).addChoices(1),
                        "outcome.choices: 2 choices; a trial has one"),
                arguments(CHOICE, outcome().addChoices(3), "outcome.choices[0]: 3 must be from 0 to 2"),
                arguments(CHOICE, outcome().addChoices(-1),
                        "outcome.choices[0]: 4294967295 must be from 0 to 2"),
                arguments(CHOICE, outcome().addChoices(1).addValues(1),
                        "outcome.values: must be empty: this experiment's model is of choices"),
                arguments(VALUES, outcome().addValues(1),
                        "outcome.values: 1 values; this experiment has 2 channels"),
                arguments(VALUES, outcome().addValues(1).addValues(2).addValues(3),
                        "outcome.values: 3 values"),
                arguments(VALUES, outcome().addValues(1).addValues(Double.NaN),
                        "outcome.values[1]: NaN must be a number from -1e12 to 1e12"),
                arguments(VALUES, outcome().addValues(Double.NEGATIVE_INFINITY).addValues(1),
                        "outcome.values[0]: -Infinity must be a number"),
                arguments(VALUES, outcome().addValues(1.1e12).addValues(1),
                        "outcome.values[0]: 1.1E12 must be"),
                arguments(VALUES, outcome().addValues(1).addValues(1).addCounts(1),
                        "outcome.counts: must be empty: this experiment's model is of values"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("bad")
    void aResponseOfAnotherKindOrRangeIsRefusedAtItsField(Responses responses, Outcome.Builder outcome,
            String fault) {
        assertThat(faults(responses, outcome)).singleElement().asString().startsWith(fault);
    }

    @Test
    void everyFaultOfAResponseIsNamedAtOnce() {
        assertThat(faults(CHOICE, outcome().addCounts(1).addValues(2).addChoices(7)))
                .containsExactly("outcome.counts: must be empty: this experiment's model is of choices",
                        "outcome.values: must be empty: this experiment's model is of choices",
                        "outcome.choices[0]: 7 must be from 0 to 2");
    }

    @Test
    void theEndsOfTheRangesAreTaken() {
        assertThat(faults(COUNTS, outcome().addCounts(0).addCounts(100_000))).isEmpty();
        assertThat(faults(CHOICE, outcome().addChoices(0))).isEmpty();
        assertThat(faults(CHOICE, outcome().addChoices(2))).isEmpty();
        assertThat(faults(VALUES, outcome().addValues(-1e12).addValues(1e12))).isEmpty();
    }
}
