package io.stimloop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Choices and values over the wire. */
class ResponseKindsTest {
    private static final String CHOICES = "choices";
    private static final String VALUES = "values";

    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.start();
        server.create(CHOICES, spec("choice { logits: \"0\" logits: \"k * x\" logits: \"-k * x\" }"));
        server.create(VALUES, spec("value { location: \"k * x\" normal { sd: \"0.5\" } }"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void answersOfYesAndNoAreLearnedFrom() {
        server.create("learner", spec("binary { probability: \"logistic(k * x)\" }"));
        RawRig rig = server.rig("learner", "rig");
        Present present = rig.awaitPresent();
        for (int trial = 1; trial <= 40; trial++) {
            rig.outcome(Outcome.newBuilder().setTrial(trial).addChoices(present.getStimulus(0) > 0 ? 1 : 0)
                    .build());
            present = rig.awaitPresent();
            assertThat(rig.awaitAcknowledged()).isEqualTo(trial);
        }
        assertThat(server.belief("learner").getParameters(0).getMean()).isGreaterThan(1.4);
    }

    @Test
    void choicesAmongThreeAreLearnedFrom() {
        server.create("chooser", spec("choice { logits: \"0\" logits: \"k * x\" logits: \"-k * x\" }"));
        RawRig rig = server.rig("chooser", "rig");
        Present present = rig.awaitPresent();
        for (int trial = 1; trial <= 20; trial++) {
            rig.outcome(Outcome.newBuilder().setTrial(trial).addChoices(present.getStimulus(0) > 0 ? 2 : 1)
                    .build());
            present = rig.awaitPresent();
            assertThat(rig.awaitAcknowledged()).isEqualTo(trial);
        }
        assertThat(server.belief("chooser").getParameters(0).getMean()).isLessThan(-1.4);
    }

    @Test
    void valuesAreLearnedFrom() {
        server.create("measurer", spec("value { location: \"k * x\" normal { sd: \"0.5\" } }"));
        RawRig rig = server.rig("measurer", "rig");
        Present present = rig.awaitPresent();
        for (int trial = 1; trial <= 10; trial++) {
            rig.outcome(
                    Outcome.newBuilder().setTrial(trial).addValues(-1.5 * present.getStimulus(0)).build());
            present = rig.awaitPresent();
            assertThat(rig.awaitAcknowledged()).isEqualTo(trial);
        }
        assertThat(server.belief("measurer").getParameters(0).getMean()).isBetween(-1.501, -1.499);
    }

    @ParameterizedTest(name = "{2} {3}")
    @MethodSource("wrong")
    void aResponseOfAnotherKindOrRangeIsRefusedAndNamed(String experiment, Outcome.Builder outcome,
            String field,
            String words) {
        RawRig rig = server.rig(experiment, "rig");
        rig.outcome(outcome.setTrial(rig.awaitPresent().getTrial()).build());
        Refusal refusal = rig.awaitRefusal();
        assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refusal.fields()).containsKey(field);
        assertThat(refusal.fields().get(field)).contains(words);
        assertThat(server.belief(experiment).getTrials()).isZero();
    }

    private static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(CHOICES, Outcome.newBuilder().addChoices(3), "outcome.choices[0]",
                        "must be from 0 to 2"),
                Arguments.of(CHOICES, Outcome.newBuilder().addChoices(-1), "outcome.choices[0]",
                        "must be from 0 to 2"),
                Arguments.of(CHOICES, Outcome.newBuilder().addChoices(1).addChoices(1), "outcome.choices",
                        "2 choices; a trial has one"),
                Arguments.of(CHOICES, Outcome.newBuilder().addCounts(1), "outcome.counts", "must be empty"),
                Arguments.of(VALUES, Outcome.newBuilder().addValues(1).addValues(2), "outcome.values",
                        "2 values; this experiment has 1 channel"),
                Arguments.of(VALUES, Outcome.newBuilder().addValues(Double.NaN), "outcome.values[0]",
                        "NaN must be a number"),
                Arguments.of(VALUES, Outcome.newBuilder().addValues(Double.NEGATIVE_INFINITY),
                        "outcome.values[0]",
                        "must be a number"),
                Arguments.of(VALUES, Outcome.newBuilder(), "outcome.values", "0 values"));
    }

    private static ExperimentSpec spec(String response) {
        return Specs.parsed("""
                name: "own" seed: 5
                neurons { name: "subject" }
                stimulus { dimensions { name: "x" values { from: -2 to: 2 count: 4 } } }
                model { formula { RESPONSE parameters { key: "k" value { from: -2 to: 2 count: 17 } } } }
                planner { deadline { seconds: 30 } search { } }
                """.replace("RESPONSE", response));
    }
}
