package io.stimloop.checks.floods;

import io.stimloop.checks.process.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What an attacker came to.
 *
 * @param megabytes   that the server's side took
 * @param connections that were made
 * @param cutOff      that the server closed, or did not take
 */
record FloodFigures(long megabytes, long connections, long cutOff) {
    /** The lowest priority: a stand-in for the other machine on which a hostile client runs. */
    private static final List<String> WITH_LOWEST_PRIORITY = List.of("chrt", "--other", "0", "nice", "-n",
            "19");
    private static final List<String> SMALL = List.of("-Xmx64m", "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1");

    /** Starts an attacker. */
    static Process attack(FloodKind kind, int port, long milliseconds) throws IOException {
        List<String> command = new ArrayList<>(WITH_LOWEST_PRIORITY);
        command.addAll(JavaCommand.of(Attacker.class, SMALL,
                List.of(kind.name(), Integer.toString(port), Long.toString(milliseconds))));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /**
     * Waits for an attacker's end.
     *
     * @throws IOException if it did not say what it came to
     */
    static FloodFigures of(Process attacker) throws IOException {
        try (BufferedReader out = attacker.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            if (line == null) {
                throw new IOException("the attacker failed");
            }
            String[] numbers = line.split(" ");
            return new FloodFigures(Long.parseLong(numbers[0]) >> 20, Long.parseLong(numbers[1]),
                    Long.parseLong(numbers[2]));
        }
    }

    @Override
    public String toString() {
        return megabytes + " MB over " + connections + " connections, " + cutOff + " of them cut off";
    }
}
