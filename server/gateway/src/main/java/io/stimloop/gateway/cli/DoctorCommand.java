package io.stimloop.gateway.cli;

import io.stimloop.gateway.doctor.Examination;
import io.stimloop.gateway.doctor.Finding;
import io.stimloop.gateway.server.PagePlace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Tells how well this machine suits a server. */
@Command(name = "doctor", mixinStandardHelpOptions = true, description = "Look at this machine as a server would find it: Java, processors, timers, disk, ports, clock, and how"
        + " fast a trial goes round. Takes some seconds; paste what it prints when you ask for help.", footer = {
                "", "Example: stimloop doctor --data data --json"})
final class DoctorCommand implements Callable<Integer> {
    private static final double NANOS_PER_MICRO = 1e3;
    private static final int BAR = 40;

    /** Held, so that its level stays: what an experiment with made-up outcomes warns of is no finding. */
    private static final Logger EXPERIMENTS = Logger.getLogger("io.stimloop");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--data", defaultValue = ".", paramLabel = "DIR", description = "Where a server would keep its journals: this disk is looked at (default: the current folder).")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** As it is printed. */
    private record Line(String name, String status, String detail) {
        static Line of(Finding finding) {
            return new Line(finding.name(), finding.status().word(), finding.detail());
        }
    }

    /** As it is printed. */
    private record Loop(double p50Micros, double p99Micros, double maxMicros) {
        static Loop of(Histogram nanos) {
            return new Loop(nanos.getValueAtPercentile(50) / NANOS_PER_MICRO,
                    nanos.getValueAtPercentile(99) / NANOS_PER_MICRO, nanos.getMaxValue() / NANOS_PER_MICRO);
        }
    }

    private record Page(List<Line> checks, Loop loop) {}

    @Override
    public Integer call() throws InterruptedException {
        Examination examination = examine();
        if (json) {
            Page page = new Page(examination.findings().stream().map(Line::of).toList(),
                    Loop.of(examination.loop()));
            out().println(JsonMapper.builder().build().writeValueAsString(page));
        } else {
            print(examination);
        }
        out().flush();
        return examination.passed() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private Examination examine() throws InterruptedException {
        if (!Files.isDirectory(data)) {
            throw CommandFailure.environment("--data " + data + ": there is no such folder", null);
        }
        EXPERIMENTS.setLevel(Level.SEVERE);
        try {
            return Examination.of(data, portsOfServe());
        } catch (IOException failure) {
            throw CommandFailure.environment("cannot try the loop: " + failure.getMessage(), failure);
        }
    }

    /** What {@code serve} takes when nothing is said. */
    private static Map<String, Integer> portsOfServe() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        CommandSpec serve = new picocli.CommandLine(new ServeCommand()).getCommandSpec();
        ports.put("--page-port", PagePlace.USUAL_PORT);
        serve.options().stream()
                .filter(option -> "PORT".equals(option.paramLabel()) && option.defaultValue() != null)
                .forEach(option -> ports.put(option.longestName(), Integer.parseInt(option.defaultValue())));
        return ports;
    }

    private void print(Examination examination) {
        for (Finding finding : examination.findings()) {
            out().println(colours().string(style(finding.status())) + " " + finding.name() + ": "
                    + finding.detail());
        }
        Histogram loop = examination.loop();
        out().printf(Locale.ROOT,
                "%nround trip of %d trials, 1 ms apart, from an outcome sent to the next command received:%n",
                loop.getTotalCount());
        Loop times = Loop.of(loop);
        out().printf(Locale.ROOT, "  median %.0f us, p99 %.0f us, at most %.0f us%n", times.p50Micros(),
                times.p99Micros(), times.maxMicros());
        bars(loop);
    }

    private Ansi colours() {
        return spec.commandLine().getColorScheme().ansi();
    }

    private static String style(Finding.Status status) {
        return switch (status) {
            case OK -> "@|green ok     |@";
            case WARNING -> "@|yellow warning|@";
            case FAILED -> "@|bold,red failed |@";
        };
    }

    /** One line for each doubling. */
    private void bars(Histogram loop) {
        long most = 1;
        for (var step : loop.logarithmicBucketValues(1, 2)) {
            most = Math.max(most, step.getCountAddedInThisIterationStep());
        }
        for (var step : loop.logarithmicBucketValues(1, 2)) {
            long count = step.getCountAddedInThisIterationStep();
            if (count > 0) {
                out().printf(Locale.ROOT, "  up to %8.0f us %6d %s%n",
                        step.getValueIteratedTo() / NANOS_PER_MICRO, count,
                        "#".repeat((int) Math.ceil((double) BAR * count / most)));
            }
        }
    }
}
