package io.stimloop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.stimloop.v1.Belief;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.GetBeliefRequest;
import io.stimloop.v1.NeuronBelief;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several neurons over the wire. */
class PopulationTest {
    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void eachNeuronIsLearnedAboutFromItsOwnCount() {
        server.create("three", spec());
        RawRig rig = server.rig("three", "rig");
        Present present = rig.awaitPresent();
        for (int trial = 1; trial <= 20; trial++) {
            double x = present.getStimulus(0);
            rig.outcome(Outcome.newBuilder().setTrial(trial).addCounts(count(x, -4)).addCounts(count(x, 0))
                    .addCounts(count(x, 4)).build());
            present = rig.awaitPresent();
            assertThat(rig.awaitAcknowledged()).isEqualTo(trial);
        }
        Belief belief = server.belief("three");
        assertThat(belief.getNeuronsList()).extracting(NeuronBelief::getName).containsExactly("left",
                "middle",
                "right");
        assertThat(belief.getNeuronsList())
                .extracting(neuron -> Math.rint(neuron.getParameters(2).getMean()))
                .containsExactly(-4.0, 0.0, 4.0);
        assertThat(belief.getNeurons(0).getCurveList()).hasSize(9);
        assertThat(belief.getParametersList()).isEqualTo(belief.getNeurons(0).getParametersList());
    }

    @Test
    void aReaderNamesTheNeuronsItWants() {
        server.create("asked", spec());
        assertThat(asked("asked", "right").getNeuronsList()).extracting(NeuronBelief::getName)
                .containsExactly("right");
        Refusal refusal = Refusal.ofCall(() -> asked("asked", "rihgt"));
        assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refusal.fields().get("neurons[0]")).contains("is no neuron").contains("right");
    }

    @Test
    void anOutcomeWithTooFewCountsIsRefused() {
        server.create("short", spec());
        RawRig rig = server.rig("short", "rig");
        rig.outcome(Outcome.newBuilder().setTrial(rig.awaitPresent().getTrial()).addCounts(1).build());
        assertThat(rig.awaitRefusal().fields().get("outcome.counts"))
                .contains("1 counts; this experiment has 3 neurons");
    }

    @Test
    void neuronsOfOneNameAndSeveralSubjectsAreRefused() {
        ExperimentSpec clash = spec().toBuilder().setNeurons(2, spec().getNeurons(0)).build();
        assertThat(Refusal.ofCall(() -> server.create("clash", clash)).fields())
                .containsKey("spec.neurons[2].name");
        ExperimentSpec subjects = Specs.parsed("""
                name: "own" seed: 5 neurons { name: "a" } neurons { name: "b" }
                stimulus { dimensions { name: "x" values { from: -2 to: 2 count: 4 } } }
                model { psychometric { shape: WEIBULL alternatives: 2
                  parameters { key: "threshold" value { values: [0, 1] } }
                  parameters { key: "slope" value { values: 2 } } } }
                planner { deadline { seconds: 30 } search { } }
                """);
        assertThat(Refusal.ofCall(() -> server.create("subjects", subjects)).fields().values())
                .anyMatch(text -> text.contains("name the one subject"));
    }

    private static Belief asked(String experiment, String neuron) {
        return server.operator().getBelief(GetBeliefRequest.newBuilder().setExperimentId(experiment)
                .addAllNeurons(List.of(neuron)).build());
    }

    private static int count(double x, double preferred) {
        return (int) Math.rint(1 + 20 * Math.exp(-(x - preferred) * (x - preferred) / 2));
    }

    private static ExperimentSpec spec() {
        return Specs.parsed("""
                name: "own" seed: 5
                neurons { name: "left" } neurons { name: "middle" } neurons { name: "right" }
                stimulus { dimensions { name: "x" values { from: -4 to: 4 count: 9 } } }
                model { tuning_curve { shape: GAUSSIAN noise { poisson { } }
                  parameters { key: "baseline" value { values: 1 } }
                  parameters { key: "amplitude" value { values: [10, 20] } }
                  parameters { key: "preferred" value { from: -4 to: 4 count: 9 } }
                  parameters { key: "width" value { values: [1, 2] } } } }
                planner { deadline { seconds: 30 } search { } }
                """);
    }
}
