package io.stimloop.gateway.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.ObjectMapper;

/** Prints summaries for programs and for people. */
final class SummaryPrinter {
    private static final int BAR_WIDTH = 40;
    private static final int MOST_PARAMETERS = 20;
    private static final int MOST_NEURONS = 8;

    private final PrintWriter out;

    SummaryPrinter(PrintWriter out) {
        this.out = out;
    }

    /** One JSON object on one line. */
    void json(Object summary) {
        out.println(new ObjectMapper().writeValueAsString(summary));
        out.flush();
    }

    /** A few lines that a person can read. */
    void text(Summary summary) {
        out.printf(Locale.ROOT, "%d trials (%s); the belief holds %.3f nats%n%n", summary.trials(),
                summary.reason(),
                summary.entropyNats());
        if (summary.neurons() == null) {
            parameters(summary.parameters());
        } else {
            neurons(summary.neurons());
        }
        if (summary.curve() != null) {
            curve(summary.curve());
        }
        summary.warnings().forEach(warning -> out.printf("%nwarning: %s", warning));
        out.printf(Locale.ROOT, "%ndecisions: median %.3f ms, p99 %.3f ms, %d missed the deadline%n",
                summary.decision().p50Micros() / 1e3, summary.decision().p99Micros() / 1e3,
                summary.decision().missed());
        reasons(summary.decision());
        out.flush();
    }

    /** Where the decisions came from, and why the last one was made. */
    private void reasons(Summary.Decision decision) {
        String sources = decision.sources().entrySet().stream()
                .map(source -> source.getValue() + " " + source.getKey()).collect(Collectors.joining(", "));
        out.printf(Locale.ROOT, "they came from: %s%n", sources);
        if (decision.skipped() > 0) {
            out.printf(Locale.ROOT, "%d candidates could not be scored%n", decision.skipped());
        }
        out.printf("the last one: %s%n", decision.last());
    }

    private void neurons(List<Summary.Cell> neurons) {
        for (Summary.Cell neuron : neurons.subList(0, Math.min(MOST_NEURONS, neurons.size()))) {
            out.println(neuron.name());
            parameters(neuron.parameters());
        }
        more(neurons.size() - MOST_NEURONS, "neurons");
    }

    private void parameters(List<Summary.Parameter> parameters) {
        boolean known = parameters.stream().anyMatch(parameter -> parameter.truth() != null);
        out.printf(Locale.ROOT, "  %-12s %12s %12s%s%n", "parameter", "estimate", "sd",
                known ? "        truth" : "");
        parameters.stream().limit(MOST_PARAMETERS).forEach(this::parameter);
        more(parameters.size() - MOST_PARAMETERS, "parameters");
    }

    private void more(int count, String of) {
        if (count > 0) {
            out.printf(Locale.ROOT, "  ... and %d more %s%n", count, of);
        }
    }

    private void parameter(Summary.Parameter parameter) {
        String truth = parameter.truth() == null
                ? ""
                : String.format(Locale.ROOT, " %12.4g", parameter.truth());
        out.printf(Locale.ROOT, "  %-12s %12.4g %12.2g%s%n", parameter.name(), parameter.mean(),
                parameter.sd(), truth);
    }

    /** The tuning curve as bars, each with its 95% band in numbers. */
    private void curve(List<Summary.Point> curve) {
        double largest = curve.stream().mapToDouble(Summary.Point::upper).max().orElse(1);
        out.printf(Locale.ROOT, "%n  %-10s %8s %19s%n", "stimulus", "mean", "95% band");
        for (Summary.Point point : curve) {
            int bar = (int) Math.round(BAR_WIDTH * point.mean() / largest);
            out.printf(Locale.ROOT, "  %-10.4g %8.2f  [%7.2f, %7.2f]  %s%n", point.stimulus(), point.mean(),
                    point.lower(), point.upper(), "#".repeat(Math.max(0, bar)));
        }
    }
}
