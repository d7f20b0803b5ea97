package io.stimloop.export.nwb;

import io.stimloop.export.session.Session;
import io.stimloop.export.session.Trial;
import io.stimloop.hdf5.Datatype;
import io.stimloop.hdf5.Group;
import io.stimloop.hdf5.Rows;
import io.stimloop.inference.belief.Responses;
import java.io.IOException;

/** The table of neurons, of all there ever were. Spike times are the recorder's; counts are in the table of trials. */
final class NwbUnits {
    private final Session session;
    private final long[] spikes;

    NwbUnits(Session session) {
        this.session = session;
        spikes = new long[session.neurons().size()];
    }

    void add(Trial trial) {
        for (int n = 0; n < Math.min(spikes.length, trial.response().length); n++) {
            spikes[n] += (long) trial.response()[n];
        }
    }

    void write(Group root, String identity) throws IOException {
        NwbTable table = new NwbTable(NwbType.UNITS, root, "units",
                "the neurons whose spikes were counted, in the order of the counts", identity);
        Rows name = table.column("unit_name", Datatype.STRING, "name in the experiment's spec");
        Rows included = table.column("included", Datatype.BOOLEAN,
                "whether it was still learned about in the end");
        boolean counts = session.responses().kind() == Responses.Kind.COUNTS;
        Rows counted = table.column("counted_spikes", Datatype.INT64,
                "spikes of all trials; -1: what was observed are not counts");
        table.end();
        for (int n = 0; n < spikes.length; n++) {
            table.row(n);
            name.add(session.neurons().get(n));
            included.add(!session.dropped().contains(session.neurons().get(n)));
            counted.add(counts ? spikes[n] : -1);
        }
    }
}
