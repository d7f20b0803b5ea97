package io.stimloop.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a browser with the operator's page asks of a server, and a curious person with a command line. */
final class PageClient implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST = Duration.ofSeconds(RunningServer.TIMEOUT_SECONDS);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String authorization;

    /** @param authorization the header; empty for none */
    PageClient(String address, String authorization) {
        this.address = address;
        this.authorization = authorization;
    }

    static PageClient of(RunningServer server) {
        return new PageClient(server.page(), "");
    }

    /** An event of a stream. */
    record Event(String name, String id, JsonNode data) {}

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).timeout(LONGEST);
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            throw new AssertionError("interrupted", stopping);
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    JsonNode json(String path) {
        return JSON.readTree(get(path).body());
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /** A token for commands. */
    String token() {
        return json("api/session").path("token").stringValue();
    }

    /** A command with a token of its own. */
    HttpResponse<String> post(String path, String body) {
        return post(path, body, token());
    }

    HttpResponse<String> post(String path, String body, String token) {
        return send(request(path).header("X-Stimloop-Token", token)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    /** A JSON object with one text. */
    static String said(String field, String text) {
        return JSON.writeValueAsString(JSON.createObjectNode().put(field, text));
    }

    /** A stream of events; to be closed. */
    Stream stream(String path) {
        try {
            return new Stream(http.send(request(path).build(), BodyHandlers.ofInputStream()).body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            throw new AssertionError("interrupted", stopping);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** Events as they come. */
    static final class Stream implements AutoCloseable {
        private final BufferedReader lines;

        Stream(InputStream in) {
            lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        }

        /** The next event. */
        Event next() {
            try {
                String name = "";
                String id = "";
                String data = "";
                for (String line = lines.readLine(); line != null
                        && !line.isEmpty(); line = lines.readLine()) {
                    String value = line.substring(line.indexOf(": ") + 2);
                    switch (line.substring(0, line.indexOf(':'))) {
                        case "event" -> name = value;
                        case "id" -> id = value;
                        case "data" -> data = value;
                        default -> throw new AssertionError(line);
                    }
                }
                return new Event(name, id, JSON.readTree(data));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        /** The next event of this name that is as wanted. */
        Event next(String name, Predicate<JsonNode> wanted) {
            Event event = next();
            while (!event.name().equals(name) || !wanted.test(event.data())) {
                event = next();
            }
            return event;
        }

        @Override
        public void close() {
            try {
                lines.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
