package io.stimloop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import io.stimloop.v1.Receipt;
import io.stimloop.v1.ReceiptStatus;
import io.stimloop.v1.RigMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The metrics page of a server that has room for one experiment. */
class MetricsTest {
    private static RunningServer server;
    private static double priorNats;

    /** Three trials that count, one invalid, one outcome twice, one receipt; then a fault. */
    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.forOneExperiment();
        server.create("m", Specs.of("deadline { nanos: 37000000 } " + Specs.SEQUENCE, ""));
        priorNats = server.belief("m").getEntropyNats();
        RawRig rig = server.rig("m", "rig");
        Present present = rig.awaitPresent();
        for (int count : new int[]{3, 100_000, 0}) {
            present = rig.answer(present, count);
        }
        rig.outcome(Outcome.newBuilder().setTrial(4).setInvalid(true).build());
        rig.awaitPresent();
        assertThat(rig.awaitAcknowledged()).isEqualTo(4);
        rig.count(1, 3);
        assertThat(rig.awaitAcknowledged()).isEqualTo(4);
        rig.send(RigMessage.newBuilder().setReceipt(
                Receipt.newBuilder().setTrial(5).setStatus(ReceiptStatus.DELIVERED)).build());
        rig.count(99, 1);
        assertThat(rig.awaitRefusal().fields()).containsOnlyKeys("outcome.trial");
        server.rig("m", "rig").awaitPresent();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> ask(String method, String path) {
        return ask(server, method, path);
    }

    private static HttpResponse<String> ask(RunningServer of, String method, String path) {
        HttpRequest request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + of.metricsPort() + path))
                .timeout(Duration.ofSeconds(RunningServer.TIMEOUT_SECONDS))
                .method(method, HttpRequest.BodyPublishers.noBody()).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String page() {
        return ask("GET", "/metrics").body();
    }

    /** The value of the one sample with this name and these labels. */
    private static double sample(String page, String name, String labels) {
        Matcher line = Pattern.compile("^" + Pattern.quote(name + labels) + " (\\S+)$", Pattern.MULTILINE)
                .matcher(page);
        assertThat(line.find()).as("%s%s in %s", name, labels, page).isTrue();
        return Double.parseDouble(line.group(1));
    }

    @Test
    void outcomesAreCountedByWhatBecameOfThem() {
        String page = page();

        String trials = "stimloop_trials_total";
        assertThat(sample(page, trials, "{experiment=\"m\",outcome=\"learned\"}")).isEqualTo(3);
        assertThat(sample(page, trials, "{experiment=\"m\",outcome=\"invalid\"}")).isEqualTo(1);
        assertThat(sample(page, trials, "{experiment=\"m\",outcome=\"repeated\"}")).isEqualTo(1);
        assertThat(sample(page, trials, "{experiment=\"m\",outcome=\"refused\"}")).isEqualTo(1);
        assertThat(sample(page, "stimloop_implausible_outcomes_total", "{experiment=\"m\"}")).isEqualTo(1);
        assertThat(sample(page, "stimloop_receipts_total", "{experiment=\"m\",status=\"delivered\"}"))
                .isEqualTo(1);
        assertThat(sample(page, "stimloop_decisions_total", "{experiment=\"m\",source=\"design\"}"))
                .isEqualTo(5);
    }

    @Test
    void theDeadlineIsABoundaryOfTheDecisionHistogramAndOfItsStages() {
        String page = page();

        assertThat(sample(page, "stimloop_decision_time_seconds_count", "{experiment=\"m\"}")).isEqualTo(5);
        double inTime = sample(page, "stimloop_decision_time_seconds_bucket",
                "{experiment=\"m\",le=\"0.037\"}");
        double missed = sample(page, "stimloop_deadline_misses_total", "{experiment=\"m\"}");
        assertThat(inTime + missed).isEqualTo(5);
        for (String stage : new String[]{"learn", "plan", "send"}) {
            assertThat(sample(page, "stimloop_decision_stage_time_seconds_bucket",
                    "{experiment=\"m\",stage=\"" + stage + "\",le=\"0.037\"}")).isBetween(0.0, 5.0);
        }
    }

    @Test
    void entropyAndInformationGainedAddUpToThePrior() {
        String page = page();

        double entropy = sample(page, "stimloop_belief_entropy_nats", "{experiment=\"m\"}");
        double gained = sample(page, "stimloop_information_gained_nats", "{experiment=\"m\"}");
        assertThat(entropy).isEqualTo(server.belief("m").getEntropyNats());
        assertThat(entropy + gained).isBetween(priorNats - 1e-12, priorNats + 1e-12);
        assertThat(gained).isPositive();
    }

    @Test
    void openExperimentsRigsAndTheMachineAreShown() {
        String page = page();

        assertThat(sample(page, "stimloop_open_experiments", "")).isEqualTo(1);
        assertThat(sample(page, "stimloop_connected_rigs", "")).isEqualTo(1);
        assertThat(page).contains("jvm_memory_used_bytes{", "process_uptime_seconds");
    }

    /** Refused for lack of room before anything was built, or for lack of time after it was. */
    @Test
    void anExperimentThatWasNotOpenedLeavesNoMetrics() throws IOException {
        assertThat(Refusal.ofCall(() -> server.createSequence("no-room")).code())
                .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        try (RunningServer other = RunningServer.forOneExperiment()) {
            assertThat(Refusal.ofCall(() -> other.create("no-time",
                    Specs.of("deadline { nanos: 1000 } search { }", ""))).fields())
                    .containsOnlyKeys("spec.planner.deadline");
            other.createSequence("first");
            other.finish("first");
            other.createSequence("second");

            String page = ask(other, "GET", "/metrics").body();
            assertThat(page).doesNotContain("experiment=\"no-time\"", "experiment=\"first\"")
                    .contains("experiment=\"second\"");
        }
        assertThat(page()).doesNotContain("experiment=\"no-room\"");
    }

    @Test
    void onlyGettingTheOnePageIsAnswered() {
        HttpResponse<String> metrics = ask("GET", "/metrics");

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.headers().firstValue("Content-Type"))
                .contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(ask("GET", "/").statusCode()).isEqualTo(404);
        assertThat(ask("GET", "/metrics/more").statusCode()).isEqualTo(404);
        assertThat(ask("POST", "/metrics").statusCode()).isEqualTo(405);
        assertThat(ask("DELETE", "/metrics").statusCode()).isEqualTo(405);
    }

    @Test
    void promtoolFindsNothingToCorrect() throws IOException, InterruptedException {
        Provided.require("promtool", Provided.onPath("promtool"), "install the Debian package prometheus");
        Process promtool = new ProcessBuilder("promtool", "check", "metrics").redirectErrorStream(true)
                .start();
        try (OutputStream in = promtool.getOutputStream()) {
            in.write(page().getBytes(StandardCharsets.UTF_8));
        }

        String words = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(promtool.waitFor()).as(words).isZero();
    }
}
