package io.stimloop.checks.process;

import io.stimloop.gateway.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server of its own process, with a heap of its own, as {@code stimloop serve} starts it. */
public final class ServerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern
            .compile(
                    "stimloop ready: gRPC at 127.0.0.1:(\\d+), metrics at http://127.0.0.1:(\\d+)/metrics.*");
    private static final long HEAP_MEGABYTES = 512;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int STOP_SECONDS = 10;

    private final Process process;
    private final int port;
    private final HttpRequest metrics;
    private final HttpClient http = HttpClient.newHttpClient();

    private ServerProcess(Process process, int port, int metricsPort) {
        this.process = process;
        this.port = port;
        metrics = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + metricsPort + "/metrics"))
                .timeout(PATIENCE).build();
    }

    /**
     * Starts one and waits until it is ready.
     *
     * @param folder for its data and its log
     * @throws IOException if it does not start
     */
    public static ServerProcess start(Path folder) throws IOException {
        return start(folder, List.of());
    }

    /** Likewise, one that is ready sooner and slow at first. */
    public static ServerProcess startCold(Path folder) throws IOException {
        return start(folder, List.of("--warm-up", "0"));
    }

    private static ServerProcess start(Path folder, List<String> further) throws IOException {
        Process process = new ProcessBuilder(command(folder, further))
                .redirectError(folder.resolve("server.log").toFile()).start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            Matcher ready = READY.matcher(line == null ? "" : line);
            if (!ready.matches()) {
                process.destroyForcibly();
                throw new IOException("the server did not start; see " + folder.resolve("server.log"));
            }
            return new ServerProcess(process, Integer.parseInt(ready.group(1)),
                    Integer.parseInt(ready.group(2)));
        }
    }

    private static List<String> command(Path folder, List<String> further) {
        List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0", "--metrics-port", "0",
                "--stop-port", "0", "--data", folder.resolve("data").toString()));
        arguments.addAll(further);
        String heap = HEAP_MEGABYTES + "m";
        return JavaCommand.of(Main.class,
                List.of("--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseZGC",
                        "-Xms" + heap, "-Xmx" + heap,
                        "-XX:MaxDirectMemorySize=" + heap,
                        "-XX:SoftMaxHeapSize=" + HEAP_MEGABYTES * 2 / 3 + "m"),
                arguments);
    }

    /** The port of gRPC. */
    public int port() {
        return port;
    }

    public boolean alive() {
        return process.isAlive();
    }

    /**
     * The sum of a metric over all its labels that contain a text.
     *
     * @throws IOException if the page cannot be had
     */
    public double metric(String name, String label) throws IOException, InterruptedException {
        String page = http.send(metrics, HttpResponse.BodyHandlers.ofString()).body();
        return page.lines().filter(line -> line.startsWith(name) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }

    /** Used heap, as a part of all that there is, from 0 to 1. */
    public double heap() throws IOException, InterruptedException {
        return metric("jvm_memory_used_bytes{", "area=\"heap\"") / (HEAP_MEGABYTES << 20);
    }

    /** Ends it as kill -9 does, and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
