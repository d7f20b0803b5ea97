package io.stimloop.export.nwb;

import io.stimloop.export.session.BeliefPoint;
import io.stimloop.export.session.Session;
import io.stimloop.export.session.SessionListener;
import io.stimloop.export.session.Trial;
import io.stimloop.hdf5.Group;
import io.stimloop.hdf5.Hdf5File;
import io.stimloop.inference.belief.Belief;
import java.io.IOException;
import java.time.Instant;

/** Writes a session into an HDF5 file as NWB. Not thread safe. */
public final class NwbWriter implements SessionListener {
    private final Group root;
    private final String identity;
    private final NwbTrials trials;
    private final NwbLight light;
    private final NwbBeliefs beliefs;
    private final NwbUnits units;

    /**
     * Begins.
     *
     * @param file     new
     * @param exporter the program and its version
     * @param now      when the file is made
     */
    public NwbWriter(Session session, Hdf5File file, String exporter, Instant now) throws IOException {
        root = file.root();
        identity = session.opened().getExperimentId() + " " + session.start();
        NwbGeneral said = new NwbGeneral(session, identity);
        said.root(root, now);
        Group general = said.general(root, exporter);
        said.spec(root);
        trials = new NwbTrials(session, root, identity);
        light = new NwbLight(session, root, general, identity);
        beliefs = new NwbBeliefs(session, root, identity);
        units = new NwbUnits(session);
    }

    @Override
    public void trial(Trial trial) throws IOException {
        trials.add(trial);
        light.add(trial);
        beliefs.add(trial);
        units.add(trial);
    }

    @Override
    public void believed(BeliefPoint point) throws IOException {
        beliefs.add(point);
    }

    @Override
    public void lastBelief(Belief belief) throws IOException {
        beliefs.predict(belief);
    }

    /** All was told. */
    public void end() throws IOException {
        units.write(root, identity);
    }
}
