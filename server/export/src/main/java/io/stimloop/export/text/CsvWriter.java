package io.stimloop.export.text;

import io.stimloop.export.session.Column;
import io.stimloop.export.session.Session;
import io.stimloop.export.session.SessionListener;
import io.stimloop.export.session.Trial;
import io.stimloop.export.session.TrialColumns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of trials as comma-separated values (RFC 4180), behind lines that begin with {@code #} and say what each column
 * is. Not thread safe.
 */
public final class CsvWriter implements SessionListener {
    private static final String NEW_LINE = "\r\n";

    private final Appendable out;
    private final List<Column> columns;

    /** Begins with the header. */
    public CsvWriter(Session session, Appendable out) throws IOException {
        this.out = out;
        columns = TrialColumns.of(session);
        for (String line : Explanation.lines(session)) {
            out.append("# ").append(line).append(NEW_LINE);
        }
        List<String> names = new ArrayList<>();
        columns.forEach(column -> names.addAll(names(column)));
        line(names);
    }

    private static List<String> names(Column column) {
        return column instanceof Column.Several several
                ? several.parts().stream().map(part -> column.name() + "_" + part).toList()
                : List.of(column.name());
    }

    @Override
    public void trial(Trial trial) throws IOException {
        List<String> fields = new ArrayList<>();
        for (Column column : columns) {
            switch (column) {
                case Column.Amount amount -> fields.add(number(amount.value().applyAsDouble(trial)));
                case Column.Whole whole -> fields.add(String.valueOf(whole.value().applyAsLong(trial)));
                case Column.Flag flag -> fields.add(String.valueOf(flag.value().test(trial)));
                case Column.Text text -> fields.add(text.value().apply(trial));
                case Column.Several several -> addEach(several, several.value().apply(trial), fields);
            }
        }
        line(fields);
    }

    private static void addEach(Column.Several column, double[] values, List<String> fields) {
        for (int i = 0; i < column.parts().size(); i++) {
            if (i >= values.length) {
                fields.add("");
            } else {
                fields.add(column.whole() ? String.valueOf((long) values[i]) : number(values[i]));
            }
        }
    }

    /** The shortest decimal that is read back as the same number; nothing where there is none. */
    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.valueOf(value);
    }

    private void line(List<String> fields) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            out.append(i == 0 ? "" : ",").append(quoted(fields.get(i)));
        }
        out.append(NEW_LINE);
    }

    /** A spreadsheet takes a text for a formula that begins like one: a space in front keeps it a text. */
    private static String quoted(String field) {
        boolean formula = !field.isEmpty() && "=@\t\r".indexOf(field.charAt(0)) >= 0;
        String safe = formula ? " " + field : field;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
