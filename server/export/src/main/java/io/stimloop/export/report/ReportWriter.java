package io.stimloop.export.report;

import io.stimloop.control.spec.StimulusDimension;
import io.stimloop.export.session.Session;
import io.stimloop.export.session.SessionNotes;
import io.stimloop.export.session.Trial;
import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the page. Not thread safe. */
final class ReportWriter {
    private static final int MOST_PARAMETERS = 12;
    private static final int MOST_ROWS = 200;

    private final Session session;
    private final SessionFacts facts;
    private final ReportFigures figures;
    private final Html page = new Html();

    ReportWriter(Session session, SessionFacts facts) {
        this.session = session;
        this.facts = facts;
        figures = new ReportFigures(session, facts);
    }

    /**
     * The page.
     *
     * @param style    of the page
     * @param balanced what came of the simulation; null where there is none
     * @param why      there is none
     * @param reporter the program and its version
     */
    String page(String style, BalancedDesign.@Nullable Answer balanced, String why, String reporter) {
        String id = session.opened().getExperimentId();
        page.raw(
                """
                        <!DOCTYPE html>
                        <html lang="en"><head><meta charset="utf-8">
                        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        """)
                .element("title", id + " - Stimloop report");
        page.raw("<style>\n" + style + "</style></head><body><main>\n").element("h1", id);
        head();
        asked();
        learned(balanced, why);
        onTime();
        refused();
        happened();
        versions(reporter);
        return page.raw("</main></body></html>\n").toString();
    }

    private void head() {
        ExperimentSpec spec = session.spec().original();
        List<List<String>> rows = new ArrayList<>();
        row(rows, "What", spec.getSession().getDescription());
        row(rows, "Who", String.join("; ", spec.getSession().getExperimentersList()));
        row(rows, "Where", joined(spec.getSession().getLab(), spec.getSession().getInstitution()));
        row(rows, "Subject", subject(spec.getSession().getSubject()));
        row(rows, "Begun", session.start() + " (UTC)");
        row(rows, "Lasted", Figures.duration(facts.lastSeconds()));
        row(rows, "Trials", session.trials() + ", of which " + facts.learned() + " were learned from");
        row(rows, "Ended", session.ending().isEmpty() ? "not when this was written" : session.ending());
        page.facts(rows);
        if (!session.missing().isEmpty()) {
            page.raw("<p class=\"warning\">").raw(Html.escaped("Incomplete: " + session.missing()))
                    .raw("</p>\n");
        }
    }

    private static void row(List<List<String>> rows, String what, String text) {
        if (!text.isEmpty()) {
            rows.add(List.of(what, text));
        }
    }

    private static String joined(String... parts) {
        return String.join(", ", List.of(parts).stream().filter(part -> !part.isEmpty()).toList());
    }

    private static String subject(Subject subject) {
        return joined(subject.getId(), subject.getSpecies(), subject.getStrain(), subject.getGenotype(),
                subject.getSex().isEmpty() ? "" : "sex " + subject.getSex(),
                subject.getAge().isEmpty() ? "" : "age " + subject.getAge(), subject.getWeight(),
                subject.getDescription());
    }

    private void asked() {
        ExperimentSpec spec = session.spec().original();
        page.section("What was asked");
        List<List<String>> rows = new ArrayList<>();
        row(rows, "Neurons", session.neurons().size() + ": " + some(session.neurons())
                + (session.dropped().isEmpty() ? "" : "; dropped in the end: " + some(session.dropped())));
        row(rows, "Model", words(spec.getModel().getKindCase().name()));
        row(rows, "Parameters", some(session.spec().source().parameterNames()));
        row(rows, "Objective",
                session.informs() ? "infomax" : words(spec.getObjective().getKindCase().name()));
        row(rows, "Planner", words(spec.getPlanner().getMethodCase().name()));
        row(rows, "Deadline", Figures.ms(session.deadlineSeconds()));
        row(rows, "Seed", String.valueOf(session.spec().seed()));
        page.facts(rows);
        List<List<String>> dimensions = new ArrayList<>();
        for (StimulusDimension dimension : session.spec().dimensions().stream().limit(MOST_ROWS).toList()) {
            double[] values = dimension.values();
            dimensions.add(List.of(dimension.name(), dimension.unit(),
                    dimension.continuous() ? "any value" : String.valueOf(values.length),
                    Figures.of(values[0]), Figures.of(values[values.length - 1])));
        }
        page.table(List.of("stimulus", "unit", "values", "from", "to"), dimensions);
    }

    private static String some(List<String> names) {
        return names.size() <= 24
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 24)) + " and " + (names.size() - 24) + " more";
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void learned(BalancedDesign.@Nullable Answer balanced, String why) {
        page.section("What was learned");
        facts.warnings().forEach(
                warning -> page.raw("<p class=\"warning\">").raw(Html.escaped(warning)).raw("</p>\n"));
        if (facts.neurons().isEmpty()) {
            page.paragraph(
                    "What was believed was not worked out again, because it would take long; --beliefs ALL does"
                            + " so.");
        }
        page.raw("<div class=\"figures\">\n");
        facts.neurons().stream().filter(neuron -> !neuron.curve().isEmpty())
                .forEach(neuron -> page.raw(figures.curve(neuron)));
        page.raw("</div>\n");
        if (!facts.neurons().isEmpty()) {
            parameters();
        }
        if (facts.entropies().size() > 0) {
            page.raw(figures.entropy(balanced));
        }
        if (session.informs() && facts.expectedNats() != 0) {
            page.paragraph("Searches expected " + Figures.of(facts.expectedNats())
                    + " nats of information in all; the"
                    + " responses gave " + Figures.of(facts.realisedNats()) + ".");
        }
        balanced(balanced, why);
    }

    private void parameters() {
        List<List<String>> rows = new ArrayList<>();
        for (SessionFacts.Neuron neuron : facts.neurons()) {
            for (ParameterSummary parameter : neuron.parameters().stream().limit(MOST_PARAMETERS).toList()) {
                rows.add(List.of(neuron.name(), parameter.name(), Figures.of(parameter.mean()),
                        Figures.of(parameter.sd()), Figures.of(parameter.quantiles()[0]),
                        Figures.of(parameter.quantiles()[4])));
            }
        }
        page.table(List.of("neuron", "parameter", "mean", "sd", "2.5%", "97.5%"),
                rows.subList(0, Math.min(MOST_ROWS, rows.size())));
        page.raw("<div class=\"figures\">\n");
        int shown = Math.min(MOST_PARAMETERS, facts.neurons().getFirst().parameters().size());
        for (int parameter = 0; parameter < shown && facts.points().size() > 1; parameter++) {
            page.raw(figures.parameter(0, parameter));
        }
        page.raw("</div>\n");
    }

    private void balanced(BalancedDesign.@Nullable Answer balanced, String why) {
        page.element("h3", "How many trials a balanced design would have needed");
        if (balanced == null) {
            page.paragraph("Not simulated: " + why + ".");
            return;
        }
        String interval = Figures.of(balanced.lower()) + " to " + (balanced.upper() >= balanced.most()
                ? "more than " + balanced.most()
                : Figures.of(balanced.upper()));
        page.raw("<p class=\"answer\">").raw(Html.escaped((balanced.median() >= balanced.most()
                ? "more than " + balanced.most()
                : Figures.of(balanced.median())) + " trials (95% confidence interval " + interval
                + "); this experiment: "
                + facts.trialsToEntropy())).raw("</p>\n");
        page.paragraph("The median of " + balanced.experiments()
                + " simulated experiments that present every stimulus"
                + " equally often, on cells whose parameters are the posterior means above, until the entropy of the"
                + " belief is for the first time what it was after the " + balanced.trials()
                + " trials of this experiment;"
                + " counted for this experiment likewise. The interval is by bootstrap, and counts neither that"
                + " the cells may be others nor that the model may be wrong.");
    }

    private void onTime() {
        page.section("How well the loop kept time");
        if (facts.latencies().size() == 0) {
            page.paragraph("No command left.");
            return;
        }
        page.raw(figures.latencies());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("median", Figures.ms(facts.latencies().quantile(0.5))));
        rows.add(List.of("99% within", Figures.ms(facts.latencies().quantile(0.99))));
        rows.add(List.of("longest", Figures.ms(facts.latencies().quantile(1))));
        rows.add(List.of("after the deadline", facts.missed() + " of " + facts.latencies().size() + " ("
                + Figures.share(facts.missed(), facts.latencies().size()) + ")"));
        page.facts(rows);
        page.table(List.of("decisions came from", "number"), counts(facts.sources()));
    }

    private static List<List<String>> counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> List.of(entry.getKey(), String.valueOf(entry.getValue())))
                .toList();
    }

    private void refused() {
        page.section("What was refused, and what went wrong");
        if (session.refusals().isEmpty()) {
            page.paragraph("The safety envelope refused nothing.");
        } else {
            page.table(List.of("refused by the safety envelope, because of", "times"),
                    counts(session.refusals()));
        }
        List<List<String>> ends = new ArrayList<>();
        for (Map.Entry<Trial.End, Long> end : facts.ends().entrySet()) {
            ends.add(List.of(meaning(end.getKey()), String.valueOf(end.getValue())));
        }
        page.table(List.of("trials", "number"), ends);
        if (!session.deliveries().isEmpty()) {
            page.table(List.of("the stimulator said", "times"), counts(session.deliveries()));
        }
    }

    private static String meaning(Trial.End end) {
        return switch (end) {
            case LEARNED -> "learned from";
            case IMPLAUSIBLE -> "learned from, though no parameter value made the response likely";
            case BLANK -> "blank: nothing was presented";
            case INVALID -> "invalid, said the rig";
            case WITHDRAWN -> "withdrawn: nobody knows whether the command was carried out";
            case OPEN -> "without an outcome in the journal";
        };
    }

    private void happened() {
        if (session.happenings().isEmpty()) {
            return;
        }
        page.section("What else happened");
        page.table(List.of("after", "what"), session.happenings().stream().limit(MOST_ROWS)
                .map(happening -> List.of(Figures.duration(happening.seconds()), happening.words()))
                .toList());
    }

    private void versions(String reporter) {
        page.section("Versions");
        page.list(List.of("recorded with " + SessionNotes.software(session), "reported with " + reporter,
                "seed " + session.spec().seed()));
        page.raw("<details><summary>The experiment's spec, whole, with what was left out</summary>")
                .element("pre", SessionNotes.resolvedSpec(session))
                .raw("</details>\n");
    }
}
