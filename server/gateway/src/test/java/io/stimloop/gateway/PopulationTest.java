package io.stimloop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.stimloop.rig.client.Command;
import io.stimloop.rig.client.Ending;
import io.stimloop.rig.client.Responder;
import io.stimloop.rig.client.RigAdapter;
import io.stimloop.rig.client.RigClient;
import io.stimloop.rig.client.RigSettings;
import io.stimloop.rig.client.SystemRigClock;
import io.stimloop.v1.Belief;
import io.stimloop.v1.ChangeNeuronsRequest;
import io.stimloop.v1.Experiment;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.GetBeliefRequest;
import io.stimloop.v1.NeuronBelief;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import io.stimloop.v1.Stopping;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
    void theOperatorDropsAndAddsNeuronsWhileARigAnswers() throws Exception {
        server.create("changing", spec().toBuilder().setStopping(Stopping.newBuilder().setMaxTrials(30))
                .build());
        Bumps bumps = new Bumps();
        try (SystemRigClock clock = new SystemRigClock();
                RigClient rig = new RigClient(server.channel(),
                        RigSettings.bothRoles("changing", "rig", 5), bumps, clock)) {
            var ending = rig.start();
            bumps.awaitTrial10();
            Experiment changed = server.operator().changeNeurons(ChangeNeuronsRequest.newBuilder()
                    .setExperimentId("changing").addDrop("left").addAdd("far").setOperator("ann").build());
            bumps.goOn();
            assertThat(ending.get()).isEqualTo(new Ending.Finished(30, "maxTrials: 30 trials done"));
            assertThat(changed.getNeuronChangesList()).singleElement().satisfies(change -> {
                assertThat(change.getTrial()).isEqualTo(11);
                assertThat(change.getDroppedList()).containsExactly("left");
                assertThat(change.getAddedList()).containsExactly("far");
                assertThat(change.getOperator()).isEqualTo("ann");
                assertThat(change.hasAskedAt()).isTrue();
            });
            assertThat(changed.getMemoryBytes()).isGreaterThan(0);
        }
        assertThat(bumps.sizes()).containsExactly(3, 4);
        Belief belief = server.belief("changing");
        assertThat(belief.getNeuronsList()).extracting(NeuronBelief::getDropped)
                .containsExactly(true, false, false, false);
        assertThat(Math.rint(belief.getNeurons(3).getParameters(2).getMean())).isEqualTo(2);
        assertThat(server.experiment("changing").getNeuronChangesCount()).isEqualTo(1);
    }

    /** Cells of the names with peaks of their own. Waits before trial 10 until it is told to go on. */
    private static final class Bumps implements RigAdapter {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CompletableFuture<Void> toldToGoOn = new CompletableFuture<>();
        private final Set<Integer> sizes = Collections.synchronizedSet(new LinkedHashSet<>());
        private volatile List<String> names = List.of("left", "middle", "right");

        @Override
        public void present(Command command, Responder responder) {
            int[] counts = names.stream().mapToInt(name -> count(command.stimulus()[0], peak(name)))
                    .toArray();
            sizes.add(counts.length);
            if (command.trial() == 10) {
                reached.countDown();
                var _ = toldToGoOn.thenRun(() -> responder.respond(counts));
            } else {
                responder.respond(counts);
            }
        }

        private static double peak(String name) {
            return switch (name) {
                case "left" -> -4;
                case "middle" -> 0;
                case "right" -> 4;
                default -> 2;
            };
        }

        @Override
        public void neuronsChanged(List<String> now) {
            names = now;
        }

        @Override
        public void goSafe(String reason) {}

        void awaitTrial10() throws InterruptedException {
            assertThat(reached.await(RunningServer.TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
        }

        void goOn() {
            toldToGoOn.complete(null);
        }

        Set<Integer> sizes() {
            return sizes;
        }
    }

    @Test
    void aChangeThatMakesNoSenseIsRefusedWithItsField() {
        server.create("refusing", spec());
        Refusal unknown = Refusal.ofCall(() -> server.operator().changeNeurons(ChangeNeuronsRequest
                .newBuilder().setExperimentId("refusing").addDrop("lfet").build()));
        assertThat(unknown.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(unknown.fields().get("drop[0]")).contains("is no neuron: did you mean left?");
        server.finish("refusing");
        Refusal over = Refusal.ofCall(() -> server.operator().changeNeurons(ChangeNeuronsRequest
                .newBuilder().setExperimentId("refusing").addDrop("left").build()));
        assertThat(over.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
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
