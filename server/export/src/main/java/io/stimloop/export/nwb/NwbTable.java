package io.stimloop.export.nwb;

import io.stimloop.hdf5.Datatype;
import io.stimloop.hdf5.Group;
import io.stimloop.hdf5.Rows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A DynamicTable: columns of equal length with a number for every row. Not thread safe. */
final class NwbTable {
    private final Group group;
    private final String identity;
    private final Rows ids;
    private final List<String> names = new ArrayList<>();

    /**
     * A table without columns.
     *
     * @param type        a DynamicTable, or what inherits from it
     * @param description for people
     */
    NwbTable(NwbType type, Group parent, String name, String description, String identity)
            throws IOException {
        this.identity = identity + "/" + name;
        group = type.in(parent, name, identity);
        group.attribute("description", description);
        ids = group.rows("id", Datatype.INT64);
        NwbType.IDS.of(ids.dataset(), this.identity + "/id");
    }

    /**
     * A column.
     *
     * @param parts numbers of an entry where it has several; left out: one
     */
    Rows column(String name, Datatype type, String description, int... parts) throws IOException {
        Rows rows = group.rows(name, type, parts);
        NwbType.COLUMN.of(rows.dataset(), identity + "/" + name);
        rows.dataset().attribute("description", description);
        names.add(name);
        return rows;
    }

    /** A new row, of which all columns must be given a value. */
    void row(long id) throws IOException {
        ids.add(id);
    }

    /** No more columns will come. */
    void end() throws IOException {
        group.attribute("colnames", names);
    }
}
