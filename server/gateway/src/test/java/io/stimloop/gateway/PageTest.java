package io.stimloop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.v1.Belief;
import io.stimloop.v1.CurvePoint;
import io.stimloop.v1.GetBeliefRequest;
import io.stimloop.v1.HaltReason;
import io.stimloop.v1.NeuronBelief;
import io.stimloop.v1.ParameterBelief;
import io.stimloop.v1.Present;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What an operator's page is told, and what it may do. */
class PageTest {
    private static final int TRIALS = 6;

    private RunningServer server;
    private PageClient page;

    @BeforeEach
    void start() throws IOException {
        server = RunningServer.start();
        page = PageClient.of(server);
    }

    @AfterEach
    void stop() {
        page.close();
        server.close();
    }

    private static void answer(RawRig rig, int trials) {
        Present present = rig.awaitPresent();
        for (int trial = 1; trial <= trials; trial++) {
            rig.count(present.getTrial(), 3 + trial);
            present = rig.awaitPresentAmongAcknowledgements();
        }
    }

    private static List<Double> numbers(JsonNode array) {
        return array.valueStream().map(JsonNode::doubleValue).toList();
    }

    private static void assertSameCurve(JsonNode shown, List<CurvePoint> curve) {
        assertThat(numbers(shown.path("mean"))).isEqualTo(curve.stream().map(CurvePoint::getMean).toList());
        assertThat(numbers(shown.path("lower"))).isEqualTo(curve.stream().map(CurvePoint::getLower).toList());
        assertThat(numbers(shown.path("upper"))).isEqualTo(curve.stream().map(CurvePoint::getUpper).toList());
        assertThat(shown.path("stimulus").valueStream().map(PageTest::numbers).toList())
                .isEqualTo(curve.stream().map(CurvePoint::getStimulusList).toList());
    }

    private static void assertSameParameters(JsonNode shown, List<ParameterBelief> parameters) {
        assertThat(shown.size()).isEqualTo(parameters.size());
        for (int i = 0; i < parameters.size(); i++) {
            assertThat(shown.get(i).path("name").stringValue()).isEqualTo(parameters.get(i).getName());
            assertThat(shown.get(i).path("mean").doubleValue()).isEqualTo(parameters.get(i).getMean());
            assertThat(shown.get(i).path("sd").doubleValue()).isEqualTo(parameters.get(i).getSd());
            assertThat(numbers(shown.get(i).path("values"))).isNotEmpty()
                    .isEqualTo(parameters.get(i).getValuesList());
            assertThat(numbers(shown.get(i).path("probability")))
                    .isEqualTo(parameters.get(i).getProbabilityList());
        }
    }

    @Test
    void whatIsPlottedIsWhatGetBeliefTells() {
        server.create("cell", Specs.of(Specs.SEARCH, ""));
        answer(server.rig("cell", "rig"), TRIALS);
        Belief belief = server.belief("cell");

        JsonNode state = page.json("api/experiments/cell").path("state");

        assertThat(state.path("beliefTrials").longValue()).isEqualTo(belief.getTrials()).isEqualTo(TRIALS);
        assertThat(state.path("entropyNats").doubleValue()).isEqualTo(belief.getEntropyNats());
        assertSameCurve(state.path("curve"), belief.getCurveList());
        assertSameParameters(state.path("parameters"), belief.getParametersList());
    }

    @Test
    void oneOfSeveralNeuronsIsShownAsGetBeliefTellsOfIt() {
        server.create("two", Specs.parsed(Specs.of(Specs.SEARCH, "").toString().replace("name: \"cell\"",
                "name: \"first\"\n}\nneurons {\n  name: \"second\"")));
        RawRig rig = server.rig("two", "rig");
        rig.outcome(io.stimloop.v1.Outcome.newBuilder().setTrial(rig.awaitPresent().getTrial()).addCounts(2)
                .addCounts(9).build());
        rig.awaitPresentAmongAcknowledgements();
        NeuronBelief second = server.operator().getBelief(
                GetBeliefRequest.newBuilder().setExperimentId("two").addNeurons("second").build())
                .getNeurons(0);

        for (String name : List.of("second", "1")) {
            JsonNode state = page.json("api/experiments/two?neuron=" + name).path("state");
            assertThat(state.path("neuron").intValue()).isEqualTo(1);
            assertSameCurve(state.path("curve"), second.getCurveList());
            assertSameParameters(state.path("parameters"), second.getParametersList());
            assertThat(state.path("cells").valueStream().map(cell -> cell.path("name").stringValue()))
                    .containsExactly("first", "second");
        }
        assertThat(page.get("api/experiments/two?neuron=third"))
                .returns(404, response -> response.statusCode())
                .satisfies(response -> assertThat(response.body()).contains("first, second"));
    }

    @Test
    void aStreamTellsEveryTrialOnceAndGoesOnWhereAReaderLeft() {
        server.create("cell", Specs.of(Specs.SEQUENCE, ""));
        RawRig rig = server.rig("cell", "rig");
        answer(rig, TRIALS);
        try (PageClient.Stream stream = page.stream("api/experiments/cell/events")) {
            assertThat(stream.next().name()).isEqualTo("static");
            PageClient.Event trials = stream.next("trials",
                    data -> data.path("trial").valueStream().anyMatch(n -> n.longValue() == TRIALS));
            assertThat(trials.id()).isEqualTo(String.valueOf(TRIALS));
            assertThat(numbers(trials.data().path("counts").get(0))).containsExactly(4.0);
            assertThat(numbers(trials.data().path("stimulus").get(0))).containsExactly(5.0);
            assertThat(trials.data().path("source").get(0).stringValue()).isEqualTo("DESIGN");
            JsonNode state = stream.next("state", data -> data.path("trials").longValue() == TRIALS).data();
            assertThat(state.path("state").stringValue()).isEqualTo("RUNNING");
            assertThat(state.path("rigs").get(0).path("quietMs").doubleValue()).isBetween(0.0, 1e6);
        }
        try (PageClient.Stream stream = page.stream("api/experiments/cell/events?after=" + (TRIALS - 2))) {
            assertThat(numbers(stream.next("trials", data -> true).data().path("trial")))
                    .containsExactly(TRIALS - 1.0, (double) TRIALS);
        }
    }

    @Test
    void whatALatestTrialToldIsKnownWithTheEntropyAfterIt() {
        server.create("cell", Specs.of(Specs.SEARCH, ""));
        answer(server.rig("cell", "rig"), TRIALS);
        JsonNode whole = page.json("api/experiments/cell");
        JsonNode trials = whole.path("trials");
        assertThat(trials.path("entropyNats").get(TRIALS - 1).doubleValue())
                .isEqualTo(whole.path("state").path("entropyNats").doubleValue());
        assertThat(trials.path("expectedNats").get(TRIALS - 1).doubleValue()).isPositive();
        assertThat(trials.path("latencyMs").get(TRIALS - 1).doubleValue()).isPositive();
    }

    @Test
    void anOverviewHasEveryExperimentEvenOneWithoutTrials() {
        server.createSequence("one");
        server.createSequence("two");
        JsonNode overview = page.json("api/experiments");
        assertThat(overview.path("experiments").valueStream().map(row -> row.path("id").stringValue()))
                .containsExactly("one", "two");
        assertThat(overview.path("experiments").get(0).path("trials").longValue()).isZero();
        assertThat(overview.path("experiments").get(0).path("p99Ms").isNull()).isTrue();
        assertThat(page.json("api/experiments/one").path("trials").path("trial").size()).isZero();
        assertThat(page.get("api/experiments/three")).returns(404, response -> response.statusCode())
                .satisfies(response -> assertThat(response.body()).contains("one, two"));
    }

    @Test
    void aStopByThePageHaltsTheRigsAndIsLatched() {
        server.createSequence("cell");
        RawRig rig = server.rig("cell", "rig");
        rig.awaitPresent();
        JsonNode stopped = PageClient.json(page.post("api/stop", PageClient.said("reason", "smoke")));
        assertThat(stopped.path("halted").get(0).stringValue()).isEqualTo("cell");
        assertThat(rig.awaitHalt().getReason()).isEqualTo(HaltReason.EMERGENCY_STOP);
        assertThat(page.json("api/experiments").path("server").path("stopped").booleanValue()).isTrue();
        assertThat(page.json("api/experiments/cell").path("state").path("reason").stringValue())
                .isEqualTo("smoke");
        assertThat(page.post("api/experiments/cell/resume", "").statusCode()).isEqualTo(409);
    }

    @Test
    void twoOperatorsWhoPressAtOnceGetTheSameAnswer() {
        server.createSequence("cell");
        server.rig("cell", "rig").awaitPresent();
        String token = page.token();
        List<Integer> statuses = IntStream.range(0, 2).parallel()
                .mapToObj(operator -> page.post("api/experiments/cell/pause", "", token).statusCode())
                .toList();
        assertThat(statuses).containsExactly(200, 200);
        assertThat(page.json("api/experiments/cell").path("state").path("state").stringValue())
                .isEqualTo("PAUSED");
        assertThat(page.post("api/experiments/cell/arm", "{\"rigIds\":[]}").statusCode()).isIn(400, 409);
    }

    @Test
    void anExperimentThatCameBackAfterARestartHasItsTrials(@TempDir Path folder) throws IOException {
        try (RunningServer first = RunningServer.keepingIn(folder)) {
            first.create("cell", Specs.of(Specs.SEQUENCE, ""));
            RawRig rig = first.rig("cell", "rig");
            Present present = rig.awaitPresent();
            rig.count(present.getTrial(), 7);
            rig.awaitPresentAmongAcknowledgements();
            rig.awaitDurable(1);
        }
        try (RunningServer second = RunningServer.keepingIn(folder);
                PageClient again = PageClient.of(second)) {
            JsonNode whole = again.json("api/experiments/cell");
            assertThat(whole.path("state").path("state").stringValue()).isEqualTo("PAUSED");
            assertThat(numbers(whole.path("trials").path("counts").get(0))).containsExactly(7.0);
            assertThat(whole.path("trials").path("at").get(0).stringValue()).startsWith("20");
        }
    }
}
