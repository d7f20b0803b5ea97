package io.stimloop.export.text;

import io.stimloop.export.session.BeliefPoint;
import io.stimloop.export.session.Column;
import io.stimloop.export.session.Session;
import io.stimloop.export.session.SessionListener;
import io.stimloop.export.session.SessionNotes;
import io.stimloop.export.session.Trial;
import io.stimloop.export.session.TrialColumns;
import io.stimloop.inference.belief.ParameterSummary;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON object a line: a header that says what each column is, then trials and, now and then, what was believed. Numbers
 * that there are not are null. Not thread safe.
 */
public final class JsonLinesWriter implements SessionListener {
    private final JsonMapper json = JsonMapper.builder().build();
    private final Session session;
    private final Appendable out;
    private final List<Column> columns;

    /** Begins with the header. */
    public JsonLinesWriter(Session session, Appendable out) throws IOException {
        this.session = session;
        this.out = out;
        columns = TrialColumns.of(session);
        line(header());
    }

    private ObjectNode header() {
        ObjectNode header = json.createObjectNode();
        header.put("type", "header").put("experiment", session.opened().getExperimentId())
                .put("start", session.start().toString()).put("software", SessionNotes.software(session));
        header.set("spec", json.readTree(SessionNotes.spec(session)));
        ArrayNode notes = header.putArray("notes");
        SessionNotes.lines(session).forEach(notes::add);
        ArrayNode described = header.putArray("columns");
        for (Column column : columns) {
            ObjectNode one = described.addObject().put("name", column.name());
            if (!column.unit().isEmpty()) {
                one.put("unit", column.unit());
            }
            one.put("description", column.description().replace("NaN:", "null:").replace("-1:", "no entry:"));
            if (column instanceof Column.Several several) {
                ArrayNode parts = one.putArray("of");
                several.parts().forEach(parts::add);
            }
        }
        return header;
    }

    @Override
    public void trial(Trial trial) throws IOException {
        ObjectNode row = json.createObjectNode().put("type", "trial");
        for (Column column : columns) {
            switch (column) {
                case Column.Amount amount -> put(row, column.name(), amount.value().applyAsDouble(trial));
                case Column.Whole whole -> row.put(column.name(), whole.value().applyAsLong(trial));
                case Column.Flag flag -> row.put(column.name(), flag.value().test(trial));
                case Column.Text text -> row.put(column.name(), text.value().apply(trial));
                case Column.Several several ->
                    addEach(row.putArray(column.name()), several.value().apply(trial), several.whole());
            }
        }
        line(row);
    }

    private static void put(ObjectNode row, String name, double value) {
        if (Double.isFinite(value)) {
            row.put(name, value);
        } else {
            row.putNull(name);
        }
    }

    private static void addEach(ArrayNode array, double[] values, boolean whole) {
        for (double value : values) {
            if (whole) {
                array.add((long) value);
            } else {
                array.add(value);
            }
        }
    }

    @Override
    public void believed(BeliefPoint point) throws IOException {
        ObjectNode row = json.createObjectNode().put("type", "belief").put("after_trial", point.trial());
        put(row, "time", point.seconds());
        put(row, "entropy", point.entropyNats());
        ArrayNode neurons = row.putArray("neurons");
        for (int unit = 0; unit < point.units().size(); unit++) {
            ObjectNode neuron = neurons.addObject().put("name", session.neurons().get(unit));
            for (ParameterSummary parameter : point.units().get(unit)) {
                ObjectNode one = neuron.putObject(parameter.name());
                put(one, "mean", parameter.mean());
                put(one, "sd", parameter.sd());
                put(one, "q025", parameter.quantiles()[0]);
                put(one, "q975", parameter.quantiles()[4]);
            }
        }
        line(row);
    }

    private void line(ObjectNode object) throws IOException {
        out.append(json.writeValueAsString(object)).append('\n');
    }
}
