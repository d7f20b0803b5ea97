package io.stimloop.export.nwb;

import io.stimloop.export.session.Session;
import io.stimloop.export.session.SessionNotes;
import io.stimloop.hdf5.Datatype;
import io.stimloop.hdf5.Group;
import io.stimloop.hdf5.Rows;
import io.stimloop.v1.Subject;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What is said of a session as a whole. */
final class NwbGeneral {
    /** Of the core schema whose types are used; every newer one reads them. */
    private static final String SCHEMA = "2.6.0";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx")
            .withZone(ZoneOffset.UTC);

    private final Session session;
    private final io.stimloop.v1.Session said;
    private final String identity;

    NwbGeneral(Session session, String identity) {
        this.session = session;
        said = session.spec().original().getSession();
        this.identity = identity;
    }

    /** The root's own. */
    void root(Group root, Instant now) throws IOException {
        NwbType.NWB_FILE.of(root, identity).attribute("nwb_version", SCHEMA);
        Rows created = root.rows("file_create_date", Datatype.STRING);
        created.add(TIME.format(now));
        root.text("identifier", identity);
        root.text("session_description", description());
        root.text("session_start_time", TIME.format(session.start()));
        root.text("timestamps_reference_time", TIME.format(session.start()));
        root.group("acquisition");
        root.group("analysis");
    }

    private String description() {
        return said.getDescription().isEmpty()
                ? "closed-loop experiment " + session.opened().getExperimentId() + " with Stimloop"
                : said.getDescription();
    }

    /** The group {@code general}. */
    Group general(Group root, String exporter) throws IOException {
        Group general = root.group("general");
        general.text("session_id", session.opened().getExperimentId());
        if (said.getExperimentersCount() > 0) {
            general.texts("experimenter", said.getExperimentersList());
        }
        if (said.getKeywordsCount() > 0) {
            general.texts("keywords", said.getKeywordsList());
        }
        given(general, "institution", said.getInstitution());
        given(general, "lab", said.getLab());
        given(general, "protocol", said.getProtocol());
        general.text("experiment_description", description());
        general.text("data_collection", SessionNotes.software(session));
        general.text("notes", String.join("\n", notes()));
        general.text("source_script", exporter).attribute("file_name", "stimloop export");
        subject(general);
        return general;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!said.getNotes().isEmpty()) {
            notes.add(said.getNotes());
        }
        notes.addAll(SessionNotes.lines(session));
        return notes;
    }

    private void subject(Group general) throws IOException {
        Subject subject = said.getSubject();
        if (!said.hasSubject()) {
            return;
        }
        Group group = NwbType.SUBJECT.in(general, "subject", identity);
        given(group, "subject_id", subject.getId());
        given(group, "species", subject.getSpecies());
        given(group, "sex", subject.getSex());
        given(group, "strain", subject.getStrain());
        given(group, "genotype", subject.getGenotype());
        given(group, "weight", subject.getWeight());
        given(group, "description", subject.getDescription());
        if (!subject.getAge().isEmpty()) {
            group.text("age", subject.getAge()).attribute("reference", "birth");
        }
    }

    private static void given(Group group, String name, String text) throws IOException {
        if (!text.isEmpty()) {
            group.text(name, text);
        }
    }

    /** The spec, whole, where readers of core types find it. */
    void spec(Group root) throws IOException {
        Group scratch = root.group("scratch");
        NwbType.SCRATCH.of(scratch.text("resolved_spec", SessionNotes.resolvedSpec(session)),
                identity + "/scratch/resolved_spec").attribute("notes",
                        "the experiment's spec with what was left out, by what held then, as an experiment file (YAML)");
        NwbType.SCRATCH.of(scratch.text("experiment_spec", SessionNotes.spec(session)),
                identity + "/scratch/experiment_spec").attribute("notes",
                        "the experiment's spec as it was sent, in JSON (stimloop.v1.ExperimentSpec)");
    }
}
