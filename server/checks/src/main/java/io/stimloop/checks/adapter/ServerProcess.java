package io.stimloop.checks.adapter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, with a shell beside it that sends it signals without delay. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("gRPC at \\S+:(\\d+),.* stop button at port (\\d+)");

    private final Process process;
    private final Process shell;
    private final BufferedReader said;
    private final int port;
    private final int stopPort;

    /** Starts a server on free ports; takes a second or two. */
    ServerProcess() throws IOException {
        process = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseZGC",
                "-Xms512m", "-Xmx512m", "-cp", System.getProperty("java.class.path"),
                "io.stimloop.gateway.cli.Main", "serve", "--port", "0", "--metrics-port", "0", "--stop-port",
                "0")).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        shell = new ProcessBuilder("sh").redirectErrorStream(true).start();
        said = process.inputReader(StandardCharsets.UTF_8);
        Matcher ready = READY.matcher("");
        for (String line = said.readLine(); line != null && !ready.find(); line = said.readLine()) {
            ready = READY.matcher(line);
            if (ready.find()) {
                break;
            }
        }
        try {
            port = Integer.parseInt(ready.group(1));
            stopPort = Integer.parseInt(ready.group(2));
        } catch (IllegalStateException silent) {
            close();
            throw new IOException("the server ended before it was ready", silent);
        }
    }

    int port() {
        return port;
    }

    int stopPort() {
        return stopPort;
    }

    /** Has it killed at once, as by kill -9. */
    void kill() {
        process.destroyForcibly();
    }

    /**
     * Has it stand still, as by kill -STOP, and waits until it does.
     *
     * @return when it was last seen to go, on the machine's clock: the signal takes a moment to come
     */
    long freeze() throws IOException {
        long goingNanos = System.nanoTime();
        signal("STOP");
        for (long lookedNanos = System.nanoTime(); !stopped(); lookedNanos = System.nanoTime()) {
            goingNanos = lookedNanos;
        }
        return goingNanos;
    }

    /** The state is the letter after the name, which is in brackets (proc(5)). */
    private boolean stopped() throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        return stat.charAt(stat.lastIndexOf(')') + 2) == 'T';
    }

    /** Has it go on. */
    void thaw() throws IOException {
        signal("CONT");
    }

    private void signal(String name) throws IOException {
        OutputStream commands = shell.getOutputStream();
        commands.write(("kill -" + name + " " + process.pid() + "\n").getBytes(StandardCharsets.UTF_8));
        commands.flush();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        shell.destroyForcibly();
        said.close();
    }
}
