package io.stimloop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.gateway.security.AccessFile;
import io.stimloop.gateway.security.AccessRole;
import io.stimloop.gateway.security.SecretFiles;
import io.stimloop.gateway.security.Tokens;
import io.stimloop.gateway.server.Exposure;
import io.stimloop.gateway.server.PagePlace;
import io.stimloop.gateway.server.ServerOptions;
import io.stimloop.gateway.server.StimloopServer;
import io.stimloop.v1.ReceiptStatus;
import io.stimloop.v1.RigMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody but the operator of this page commands, and nothing that is shown can do harm. */
class PageSecurityTest {
    /** What someone may write into a field that others look at. */
    private static final List<String> PAYLOADS = List.of("<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "'; DROP TABLE trials; --",
            "</script><script>alert(1)</script>", "javascript:alert(1)", "{{7*7}}${7*7}`",
            "line\nbreak\r\nevent: state\ndata: {}\n\n", "\u202Egnp.exe\u202C \u0634\u062d\u0646\u0629",
            "nul\u0000bell\u0007escape\u001b[31m", "\uD83E\uDDE0 \uFEFF\u2028\u2029", "&lt;&amp;amp;",
            "x".repeat(400));

    private static RunningServer server;
    private static PageClient page;

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.start();
        page = PageClient.of(server);
    }

    @AfterAll
    static void stop() {
        page.close();
        server.close();
    }

    @Test
    void everyAnswerForbidsInlineCodeFramesAndGuessesOfTypes() {
        for (String path : List.of("", "api/experiments", "api/nothing", "nothing.js")) {
            var headers = page.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .startsWith("default-src 'none'").contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        }
    }

    @Test
    void aFileThatIsStillTheSameIsNotSentAgain() {
        HttpResponse<String> first = page.get("");
        assertThat(first.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        HttpResponse<String> again = page.send(
                page.request("").header("If-None-Match", first.headers().firstValue("ETag").orElseThrow())
                        .build());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void nothingBesideThePageIsServed() throws IOException {
        for (String target : List.of("/../package-info.class", "/%2e%2e/page/index.html", "/./index.html",
                "//index.html", "/page", "/State.class", "/..%2fhttp%2fAnswer.class", "/.hidden.html")) {
            assertThat(raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .as(target).startsWith("HTTP/1.1 404");
        }
    }

    /** What a server answers to these bytes. */
    private static String raw(String request) throws IOException {
        URI at = URI.create(page.request("").build().uri().toString());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), at.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aPageOfAnotherNameGetsNothing() throws IOException {
        for (String host : List.of("evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "")) {
            assertThat(
                    raw("GET /api/experiments HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                    .as(host).startsWith("HTTP/1.1 403");
        }
        assertThat(raw("GET /api/experiments HTTP/1.1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void aCommandNeedsATokenOfThisServerAndAPageOfThisServer() {
        server.createSequence("guarded");
        String token = page.token();
        String pause = "api/experiments/guarded/pause";
        assertThat(page.post(pause, "", "guess").statusCode()).isEqualTo(403);
        assertThat(
                page.send(page.request(pause).POST(HttpRequest.BodyPublishers.noBody()).build()).statusCode())
                .isEqualTo(403);
        for (String[] header : new String[][]{{"Origin", "http://evil.example"}, {"Origin", "null"},
                {"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}}) {
            assertThat(page
                    .send(page.request(pause).header("X-Stimloop-Token", token).header(header[0], header[1])
                            .POST(HttpRequest.BodyPublishers.noBody()).build())
                    .statusCode()).as(header[1])
                    .isEqualTo(403);
        }
        String origin = page.request("").build().uri().toString().replaceFirst("/$", "");
        assertThat(page.send(page.request(pause).header("X-Stimloop-Token", token).header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.noBody()).build()).statusCode())
                .as("the experiment is not running yet").isEqualTo(409);
    }

    @Test
    void aCommandThatMakesNoSenseSaysWhatIsWrong() {
        server.createSequence("sense");
        assertThat(page.post("api/experiments/sense/stop", "[1]")).returns(400, HttpResponse::statusCode)
                .satisfies(answer -> assertThat(answer.body()).contains("JSON object"));
        assertThat(page.post("api/experiments/sense/stop", "{\"reason\": 5}").statusCode()).isEqualTo(400);
        assertThat(page.post("api/experiments/sense/stop", "{oops").statusCode()).isEqualTo(400);
        assertThat(page.post("api/experiments/sense/explode", "{}").statusCode()).isEqualTo(404);
        assertThat(page.post("api/experiments/nobody/stop", "{}").statusCode()).isEqualTo(404);
        assertThat(page.post("api/experiments/sense/stop", "\"" + "x".repeat(70_000) + "\"").statusCode())
                .isEqualTo(413);
        assertThat(page.json("api/experiments/sense").path("state").path("state").stringValue())
                .isEqualTo("CREATED");
    }

    @Test
    void whateverPeopleAndRigsWriteComesThroughAsItIs() {
        for (int i = 0; i < PAYLOADS.size(); i++) {
            String payload = PAYLOADS.get(i);
            String id = "payload-" + i;
            server.createSequence(id);
            RawRig rig = server.rig(id, "rig");
            rig.send(RigMessage.newBuilder().setReceipt(io.stimloop.v1.Receipt.newBuilder()
                    .setTrial(rig.awaitPresent().getTrial()).setStatus(ReceiptStatus.REFUSED)
                    .setDetail(payload))
                    .build());
            assertThat(page.post("api/experiments/" + id + "/stop", PageClient.said("reason", payload))
                    .statusCode()).isEqualTo(200);
            rig.awaitHalt();
            var whole = page.json("api/experiments/" + id);
            assertThat(whole.path("state").path("reason").stringValue()).isEqualTo(payload);
            assertThat(whole.path("log").path("events").valueStream()
                    .map(event -> event.path("text").stringValue()))
                    .anySatisfy(text -> assertThat(text).endsWith(payload));
            try (PageClient.Stream stream = page.stream("api/experiments/" + id + "/events")) {
                assertThat(stream.next("state", data -> true).data().path("reason").stringValue())
                        .isEqualTo(payload);
            }
        }
    }

    @Test
    void whoHoldsATokenMayDoWhatTheAccessFileGrantsAndItIsKept(@TempDir Path folder) throws IOException {
        Path access = folder.resolve("access.yaml");
        String viewer = granted(access, "the-viewer", AccessRole.VIEWER);
        String operator = granted(access, "the-operator", AccessRole.OPERATOR);
        try (StimloopServer guarded = new StimloopServer(ServerOptions.onPorts(0, 0).recordingIn(folder)
                .exposedAs(
                        new Exposure(InetAddress.getLoopbackAddress(), Optional.empty(), Optional.of(access)))
                .showingPageAt(new PagePlace(InetAddress.getLoopbackAddress(), 0, false)));
                PageClient nobody = new PageClient(guarded.page().orElseThrow(), "");
                PageClient looks = new PageClient(guarded.page().orElseThrow(), "Bearer " + viewer);
                PageClient acts = new PageClient(guarded.page().orElseThrow(), "Bearer " + operator)) {
            assertThat(nobody.get("").statusCode()).as("the page itself is no secret").isEqualTo(200);
            assertThat(nobody.get("api/experiments").statusCode()).isEqualTo(403);
            assertThat(nobody.get("api/session").statusCode()).isEqualTo(403);
            assertThat(looks.get("api/experiments").statusCode()).isEqualTo(200);
            assertThat(looks.json("api/session").path("role").stringValue()).isEqualTo("viewer");
            assertThat(looks.post("api/stop", "{}").statusCode()).isEqualTo(403);
            assertThat(acts.post("api/stop", "{}", looks.token()).statusCode())
                    .as("the session of another").isEqualTo(403);
            assertThat(acts.post("api/stop", PageClient.said("reason", "smoke")).statusCode()).isEqualTo(200);
        }
        try (Stream<String> trail = Files.lines(folder.resolve("audit.jsonl"))) {
            List<String> lines = trail.toList();
            assertThat(lines).anySatisfy(line -> assertThat(line).contains("EmergencyStop", "the-viewer",
                    "PERMISSION_DENIED"));
            assertThat(lines)
                    .anySatisfy(line -> assertThat(line).contains("EmergencyStop", "the-operator", "OK",
                            "smoke"));
        }
    }

    private static String granted(Path access, String name, AccessRole role) throws IOException {
        String token = Tokens.create();
        SecretFiles.append(access, AccessFile.line(name, Set.of(role), Tokens.hashInHex(token),
                Instant.parse("2100-01-01T00:00:00Z")));
        return token;
    }
}
