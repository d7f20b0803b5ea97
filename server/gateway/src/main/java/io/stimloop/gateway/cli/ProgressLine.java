package io.stimloop.gateway.cli;

import com.google.protobuf.util.Durations;
import io.stimloop.v1.ExperimentSnapshot;
import io.stimloop.v1.ParameterBelief;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** One line on a person's terminal that follows the experiment; nothing anywhere else. */
final class ProgressLine implements AutoCloseable {
    private static final int MOST_PARAMETERS = 6;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream terminal;
    private final boolean visible;

    private ProgressLine(PrintStream terminal, boolean visible) {
        this.terminal = terminal;
        this.visible = visible;
        if (visible) {
            terminal.print("warming up ...");
            terminal.flush();
        }
    }

    /** On standard error, if that is a terminal. */
    static ProgressLine onTerminal() {
        return new ProgressLine(System.err, isTerminal());
    }

    /** Java can tell whether standard input and output are terminals, but not standard error. */
    @SuppressWarnings("NullAway") // The console is never null since JDK 22.
    private static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException noProc) {
            return System.console().isTerminal();
        }
    }

    /** Shows how far the experiment has come. */
    void show(ExperimentSnapshot snapshot) {
        if (visible) {
            terminal.print(CLEAR_LINE + line(snapshot));
            terminal.flush();
        }
    }

    static String line(ExperimentSnapshot snapshot) {
        long most = snapshot.getExperiment().getSpec().getStopping().getMaxTrials();
        String parameters = snapshot.getBelief().getParametersList().stream().limit(MOST_PARAMETERS)
                .map(ProgressLine::estimate).collect(Collectors.joining("  "));
        return String.format(Locale.ROOT, "trial %d%s  %.2f nats  %s  p99 %.1f ms",
                snapshot.getExperiment().getTrials(), most == 0 ? "" : "/" + most,
                snapshot.getBelief().getEntropyNats(), parameters,
                Durations.toNanos(snapshot.getDecisionTimes().getP99()) / 1e6);
    }

    private static String estimate(ParameterBelief parameter) {
        return String.format(Locale.ROOT, "%s %.3g\u00b1%.2g", parameter.getName(), parameter.getMean(),
                parameter.getSd());
    }

    @Override
    public void close() {
        if (visible) {
            terminal.print(CLEAR_LINE);
            terminal.flush();
        }
    }
}
