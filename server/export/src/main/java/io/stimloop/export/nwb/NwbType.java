package io.stimloop.export.nwb;

import io.stimloop.hdf5.Group;
import io.stimloop.hdf5.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The types of NWB's schema that are used here, with their namespaces. */
enum NwbType {
    /** The root. */
    NWB_FILE("NWBFile", "core"),
    /** Whom it was recorded from. */
    SUBJECT("Subject", "core"),
    /** Hardware. */
    DEVICE("Device", "core"),
    /** Where light goes. */
    SITE("OptogeneticStimulusSite", "core"),
    /** Light over time. */
    LIGHT("OptogeneticSeries", "core"),
    /** Numbers over time. */
    TIME_SERIES("TimeSeries", "core"),
    /** A table of trials. */
    TIME_INTERVALS("TimeIntervals", "core"),
    /** A table of neurons. */
    UNITS("Units", "core"),
    /** What was made of the data. */
    MODULE("ProcessingModule", "core"),
    /** A dataset without a place of its own. */
    SCRATCH("ScratchData", "core"),
    /** Any table. */
    TABLE("DynamicTable", "hdmf-common"),
    /** Its rows' numbers. */
    IDS("ElementIdentifiers", "hdmf-common"),
    /** A column. */
    COLUMN("VectorData", "hdmf-common");

    private final String type;
    private final String namespace;

    NwbType(String type, String namespace) {
        this.type = type;
        this.namespace = namespace;
    }

    /**
     * Says of a group or dataset that it is one.
     *
     * @param identity unique in the world; the same for the same object of the same experiment
     */
    <N extends Node> N of(N node, String identity) throws IOException {
        node.attribute("namespace", namespace).attribute("neurodata_type", type).attribute("object_id",
                UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString());
        return node;
    }

    /** A new one in a group. */
    Group in(Group parent, String name, String identity) throws IOException {
        return of(parent.group(name), identity + "/" + name);
    }
}
