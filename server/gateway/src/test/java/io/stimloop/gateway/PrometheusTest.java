package io.stimloop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.gateway.metrics.ServerMetrics;
import io.stimloop.v1.Present;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules, alerts and dashboards that are shipped, against a server that really runs. */
class PrometheusTest {
    private static final Path CONFIG = Path.of("../../config");
    private static final Pattern METRIC = Pattern
            .compile("(?<![\"\\w:])(?:stimloop|jvm|process|system)_\\w+|experiment:stimloop\\w*(?::\\w+)*");
    private static final String HINT = "install the Debian package prometheus";
    private static final int SECONDS = 60;

    @TempDir
    private static Path folder;
    private static RunningServer server;
    private static HttpClient http;

    /** With a journal, and an experiment of three trials. */
    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.keepingIn(folder.resolve("data"));
        http = HttpClient.newHttpClient();
        server.create("scraped", Specs.of(Specs.SEARCH, ""));
        RawRig rig = server.rig("scraped", "rig");
        Present present = rig.awaitPresent();
        for (int trial = 0; trial < 3; trial++) {
            rig.count(present.getTrial(), trial);
            present = rig.awaitPresentAmongAcknowledgements();
        }
    }

    @AfterAll
    static void stop() {
        http.shutdownNow();
        server.close();
    }

    private static String get(String address) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException unreachable) {
            return "";
        } catch (InterruptedException stopping) {
            throw new AssertionError("interrupted", stopping);
        }
    }

    /** All names of samples, once the garbage collector was there. */
    private static Set<String> exposed() {
        Set<String> names = namesNow();
        for (int attempt = 0; attempt < SECONDS && !names.contains("jvm_gc_pause_seconds_sum"); attempt++) {
            System.gc();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            names = namesNow();
        }
        return names;
    }

    private static Set<String> namesNow() {
        try (ServerMetrics secured = new ServerMetrics(List::of)) {
            secured.certificate(() -> Instant.EPOCH);
            String text = get("http://127.0.0.1:" + server.metricsPort() + "/metrics") + secured.text();
            return Pattern.compile("^(\\w+)(?:\\{.*\\})? \\S+$", Pattern.MULTILINE).matcher(text).results()
                    .collect(TreeSet::new, (all, line) -> all.add(line.group(1)), TreeSet::addAll);
        }
    }

    private static Set<String> metricsIn(String text) {
        Set<String> names = new TreeSet<>();
        Matcher metric = METRIC.matcher(text);
        while (metric.find()) {
            names.add(metric.group());
        }
        return names;
    }

    private static List<String> expressions(String name) throws IOException {
        String text = Files.readString(CONFIG.resolve("prometheus").resolve(name));
        return Pattern.compile("expr: (>-\\n(?: {10}.*\\n)+|.*)").matcher(text).results().map(e -> e.group(1))
                .toList();
    }

    private static Set<String> recorded() throws IOException {
        return Pattern.compile("record: (\\S+)")
                .matcher(Files.readString(CONFIG.resolve("prometheus/recording.yml"))).results()
                .collect(TreeSet::new, (all, rule) -> all.add(rule.group(1)), TreeSet::addAll);
    }

    @Test
    void everyQueryOfADashboardOrARuleNamesAMetricThatTheServerExposes() throws IOException {
        Set<String> known = exposed();
        known.addAll(recorded());
        List<String> queries = new ArrayList<>(expressions("recording.yml"));
        queries.addAll(expressions("alerts.yml"));
        try (Stream<Path> boards = Files.list(CONFIG.resolve("grafana/dashboards"))) {
            for (Path board : boards.toList()) {
                JsonNode json = new JsonMapper().readTree(Files.readString(board));
                json.path("panels").forEach(panel -> panel.path("targets")
                        .forEach(target -> queries.add(target.path("expr").stringValue())));
            }
        }
        assertThat(queries).hasSizeGreaterThan(30);
        for (String query : queries) {
            assertThat(query.contains("up{") || known.containsAll(metricsIn(query)))
                    .as("%s, of %s", query, metricsIn(query)).isTrue();
            assertThat(query.contains("up{") || !metricsIn(query).isEmpty()).as(query).isTrue();
        }
    }

    @Test
    void promtoolIsContentWithTheConfigurationAndWithTheAlerts() throws IOException, InterruptedException {
        Provided.require("promtool", Provided.onPath("promtool"), HINT);
        run("promtool", "check", "config", CONFIG.resolve("prometheus/prometheus.yml").toString());
        run("promtool", "test", "rules", CONFIG.resolve("prometheus/alerts_test.yml").toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Path out = folder.resolve("promtool.out");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(out)).isZero();
    }

    @Test
    void aRealPrometheusScrapesAServerAndAppliesTheRules() throws IOException, InterruptedException {
        Provided.require("promtool", Provided.onPath("prometheus"), HINT);
        Path config = Files.createDirectories(folder.resolve("prometheus"));
        for (String name : List.of("recording.yml", "alerts.yml", "prometheus.yml")) {
            Files.writeString(config.resolve(name),
                    Files.readString(CONFIG.resolve("prometheus").resolve(name))
                            .replace("127.0.0.1:9464", "127.0.0.1:" + server.metricsPort())
                            .replace("_interval: 5s",
                                    "_interval: 500ms"));
        }
        int port = freePort();
        Process prometheus = new ProcessBuilder("prometheus",
                "--config.file=" + config.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + config.resolve("data"), "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true).redirectOutput(config.resolve("out").toFile()).start();
        try {
            assertThat(await(port, "stimloop_trials_total{experiment=\"scraped\",outcome=\"learned\"}"))
                    .as(Files.readString(config.resolve("out"))).isEqualTo("3");
            assertThat(await(port, "up{job=\"stimloop\"}")).isEqualTo("1");
            assertThat(await(port, "experiment:stimloop_trials:rate1m")).isEqualTo("0");
        } finally {
            prometheus.destroyForcibly().waitFor();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    /** The value of the one series that answers, once there is one. */
    private static String await(int port, String query) {
        String address = "http://127.0.0.1:" + port + "/api/v1/query?query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8);
        long untilNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (System.nanoTime() - untilNanos < 0) {
            String answer = get(address);
            if (answer.startsWith("{")) {
                JsonNode result = new JsonMapper().readTree(answer).path("data").path("result");
                if (result.size() == 1) {
                    return result.get(0).path("value").get(1).stringValue();
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        return "nothing";
    }
}
