package io.stimloop.export.nwb;

import io.stimloop.hdf5.Datatype;
import io.stimloop.hdf5.Group;
import io.stimloop.hdf5.Rows;
import java.io.IOException;

/** A TimeSeries: numbers, and when they were so. Not thread safe. */
final class NwbSeries {
    private final Group group;
    private final Rows data;
    private final Rows timestamps;

    /**
     * An empty one.
     *
     * @param type        a TimeSeries, or what inherits from it
     * @param unit        of the data
     * @param description for people
     * @param parts       numbers at each time where there are several; left out: one
     */
    NwbSeries(NwbType type, Group parent, String name, String unit, String description, String identity,
            int... parts) throws IOException {
        group = type.in(parent, name, identity);
        group.attribute("description", description).attribute("comments", "no comments");
        data = group.rows("data", Datatype.FLOAT64, parts);
        data.dataset().attribute("conversion", 1f).attribute("offset", 0f).attribute("resolution", -1f)
                .attribute("unit", unit);
        timestamps = group.rows("timestamps", Datatype.FLOAT64);
        timestamps.dataset().attribute("interval", 1).attribute("unit", "seconds");
    }

    /** Its group, for links. */
    Group group() {
        return group;
    }

    /** The numbers at a time, in seconds since the session's start. */
    void add(double seconds, double... values) throws IOException {
        timestamps.add(seconds);
        for (double value : values) {
            data.add(value);
        }
    }
}
