package io.stimloop.export.session;

import io.stimloop.control.spec.StimulusDimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The columns of the table of trials: the same in every format. */
public final class TrialColumns {
    /** More dimensions than this are one column of several numbers. */
    private static final int MOST_SINGLE = 64;

    private final Session session;
    private final List<Column> columns = new ArrayList<>();

    private TrialColumns(Session session) {
        this.session = session;
    }

    /** Of an experiment, in their order. */
    public static List<Column> of(Session session) {
        TrialColumns all = new TrialColumns(session);
        all.times();
        all.stimuli("stimulus", "as commanded; NaN: a blank", Trial::stimulus);
        all.stimuli("presented", "as it was really presented and learned from; NaN: nothing was learned",
                Trial::presented);
        all.response();
        all.decision();
        all.learning();
        all.timing();
        all.safety();
        return List.copyOf(all.columns);
    }

    private void times() {
        amount("start_time", "s", "when the command left, in seconds since the session's start",
                Trial::startSeconds);
        amount("stop_time", "s",
                "when the outcome was taken, in seconds since the session's start; NaN: none came",
                Trial::stopSeconds);
        columns.add(new Column.Whole("trial", "number of the trial, from 1", Trial::number));
        columns.add(new Column.Text("outcome",
                "what came of the trial: LEARNED, IMPLAUSIBLE (learned, though no"
                        + " parameter value made it likely), BLANK, INVALID (said by the rig), WITHDRAWN (nobody knows whether"
                        + " the command was carried out), OPEN (no outcome in the journal)",
                trial -> trial.end().name()));
    }

    private void stimuli(String name, String meaning, Function<Trial, double[]> values) {
        List<StimulusDimension> dimensions = session.spec().dimensions();
        if (dimensions.size() > MOST_SINGLE) {
            columns.add(new Column.Several(name, dimensions.getFirst().unit(),
                    "stimulus in " + unit(dimensions.getFirst().unit()) + ", one number per dimension, "
                            + meaning,
                    false, dimensions.stream().map(StimulusDimension::name).toList(), values));
            return;
        }
        for (int d = 0; d < dimensions.size(); d++) {
            int at = d;
            StimulusDimension dimension = dimensions.get(d);
            amount(name + "_" + plain(dimension.name()), dimension.unit(),
                    dimension.name() + " of the stimulus in " + unit(dimension.unit()) + ", " + meaning,
                    trial -> at < values.apply(trial).length ? values.apply(trial)[at] : Double.NaN);
        }
    }

    /** A name for a column of what people named as they liked. */
    public static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9_]", "_");
    }

    private static String unit(String unit) {
        return unit.isEmpty() || unit.equals("1") ? "units of its own" : unit;
    }

    private void response() {
        List<String> neurons = session.neurons();
        columns.add(switch (session.responses().kind()) {
            case COUNTS -> new Column.Several("counts", "spikes",
                    "spikes of each neuron, in the order of the units; -1: none was counted", true, neurons,
                    Trial::response);
            case CHOICE -> new Column.Several("choice", "",
                    "the choice made, from 0 to the number of alternatives less 1; -1: none was made", true,
                    neurons, Trial::response);
            case VALUES -> new Column.Several("values", "",
                    "response of each channel, in the unit that the rig sent; NaN: there was none", false,
                    neurons,
                    Trial::response);
        });
    }

    private void decision() {
        columns.add(new Column.Text("decision_source",
                "where the decision came from: SEARCH, SPECULATED (searched"
                        + " before the response came), POLICY, FALLBACK (nothing was scored in time), DESIGN",
                trial -> trial.decision().getSource().name()));
        columns.add(new Column.Text("decision_reason", "why this stimulus, in words", Trial::reason));
        amount("utility", objective(), "utility of the stimulus by the objective (" + objective()
                + "), less its cost; 0: it was not scored", trial -> trial.decision().getUtility());
        amount("runner_up_utility", objective(), "utility of the second best stimulus; NaN: there was none",
                Trial::runnerUp);
        columns.add(new Column.Whole("evaluated", "candidates scored before the deadline",
                trial -> Integer.toUnsignedLong(trial.decision().getEvaluated())));
        columns.add(new Column.Whole("candidates", "candidates that there were; 0: they cannot be counted",
                trial -> Integer.toUnsignedLong(trial.decision().getCandidates())));
    }

    private String objective() {
        return session.informs()
                ? "nats"
                : session.spec().original().getObjective().getKindCase().name().toLowerCase(Locale.ROOT);
    }

    private void learning() {
        amount("expected_information", "nats",
                "information that the response was expected to give, in nats; NaN: the objective is another, or the"
                        + " stimulus was not scored",
                trial -> session.informs() && trial.decision().getUtility() != 0
                        ? trial.decision().getUtility()
                        : Double.NaN);
        amount("realised_information", "nats",
                "by how much the response lowered the entropy of the belief, in nats; below 0 where it surprised; NaN:"
                        + " not known",
                Trial::realisedNats);
        amount("entropy", "nats", "entropy of the belief after the trial, in nats; NaN: not known",
                Trial::entropyNats);
    }

    private void timing() {
        amount("decision_latency", "s",
                "from the arrival of the outcome before it to the leaving of the command, in seconds",
                Trial::latencySeconds);
        amount("deadline", "s", "what the decision latency was allowed to be, in seconds",
                trial -> session.deadlineSeconds());
        columns.add(new Column.Flag("missed", "whether the command left after its deadline", Trial::missed));
    }

    private void safety() {
        columns.add(new Column.Text("delivery",
                "what the stimulator said that it did: DELIVERED, REFUSED, FAILED;"
                        + " empty: nothing",
                Trial::delivery));
        columns.add(new Column.Text("refused",
                "what the safety envelope refused before the command, and why; empty:"
                        + " nothing",
                Trial::refusals));
    }

    private void amount(String name, String unit, String description,
            ToDoubleFunction<Trial> value) {
        columns.add(new Column.Amount(name, unit, description, value));
    }
}
