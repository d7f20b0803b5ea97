package io.stimloop.export.nwb;

import io.stimloop.export.session.Column;
import io.stimloop.export.session.Session;
import io.stimloop.export.session.Trial;
import io.stimloop.export.session.TrialColumns;
import io.stimloop.hdf5.Datatype;
import io.stimloop.hdf5.Group;
import io.stimloop.hdf5.Rows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The table of trials, with a row for each command that left. Not thread safe. */
final class NwbTrials {
    /** A column of the table, and where it is written. */
    private record Written(Column column, Rows rows) {}

    private final NwbTable table;
    private final List<Written> columns = new ArrayList<>();

    NwbTrials(Session session, Group root, String identity) throws IOException {
        table = new NwbTable(NwbType.TIME_INTERVALS, root.group("intervals"), "trials",
                "the trials of the closed loop: each row one command and what came of it", identity);
        for (Column column : TrialColumns.of(session)) {
            columns.add(new Written(column, rows(column)));
        }
        table.end();
    }

    private Rows rows(Column column) throws IOException {
        return switch (column) {
            case Column.Amount _ -> table.column(column.name(), Datatype.FLOAT64, column.description());
            case Column.Whole _ -> table.column(column.name(), Datatype.INT64, column.description());
            case Column.Flag _ -> table.column(column.name(), Datatype.BOOLEAN, column.description());
            case Column.Text _ -> table.column(column.name(), Datatype.STRING, column.description());
            case Column.Several several -> table.column(column.name(),
                    several.whole() ? Datatype.INT32 : Datatype.FLOAT64, column.description(),
                    several.parts().size());
        };
    }

    void add(Trial trial) throws IOException {
        table.row(trial.number());
        for (Written written : columns) {
            switch (written.column()) {
                case Column.Amount amount -> written.rows().add(amount.value().applyAsDouble(trial));
                case Column.Whole whole -> written.rows().add(whole.value().applyAsLong(trial));
                case Column.Flag flag -> written.rows().add(flag.value().test(trial));
                case Column.Text text -> written.rows().add(text.value().apply(trial));
                case Column.Several several -> add(several, several.value().apply(trial), written.rows());
            }
        }
    }

    private static void add(Column.Several column, double[] values, Rows rows) throws IOException {
        for (int i = 0; i < column.parts().size(); i++) {
            if (column.whole()) {
                rows.add(i < values.length ? (long) values[i] : Column.Several.NONE);
            } else {
                rows.add(i < values.length ? values[i] : Double.NaN);
            }
        }
    }
}
