package io.stimloop.gateway.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Serves the metrics as Prometheus text at {@code /metrics}, on one thread of its own. */
public final class MetricsEndpoint implements AutoCloseable {
    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final int BACKLOG = 16;
    /** A page of another name that was made to mean this machine (DNS rebinding) gets nothing. */
    private static final Pattern LOCAL = Pattern
            .compile("(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]{1,5})?");
    /** For a request to come whole. */
    private static final String SLOWEST_SECONDS = "5";

    static {
        System.setProperty("sun.net.httpserver.maxReqTime", SLOWEST_SECONDS);
    }

    private final HttpServer server;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("metrics").factory());

    /**
     * Binds and starts.
     *
     * @param address port 0 chooses a free one
     * @param text    makes the page
     * @throws IOException if the address cannot be bound
     */
    public MetricsEndpoint(InetSocketAddress address, Supplier<String> text) throws IOException {
        server = HttpServer.create(address, BACKLOG);
        server.setExecutor(thread);
        server.createContext("/", exchange -> answer(exchange, text));
        server.start();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    private static void answer(HttpExchange exchange, Supplier<String> text) throws IOException {
        try (exchange) {
            if (!LOCAL.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Host"))).matches()) {
                send(exchange, 403, "ask for localhost\n");
            } else if (!exchange.getRequestURI().getPath().equals("/metrics")) {
                send(exchange, 404, "metrics are at /metrics\n");
            } else if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, 405, "only GET\n");
            } else {
                send(exchange, 200, text.get());
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        thread.shutdownNow();
    }
}
