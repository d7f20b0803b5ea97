package io.stimloop.export.text;

import io.stimloop.export.session.Column;
import io.stimloop.export.session.Session;
import io.stimloop.export.session.SessionNotes;
import io.stimloop.export.session.TrialColumns;
import io.stimloop.v1.Subject;
import java.util.ArrayList;
import java.util.List;

/** What a table of trials is about, and what each of its columns is, one line each. */
final class Explanation {
    private Explanation() {}

    static List<String> lines(Session session) {
        List<String> lines = new ArrayList<>();
        lines.add("experiment " + session.opened().getExperimentId() + ", begun " + session.start());
        io.stimloop.v1.Session said = session.spec().original().getSession();
        given(lines, "", said.getDescription());
        given(lines, "experimenters: ", String.join("; ", said.getExperimentersList()));
        given(lines, "institution: ", said.getInstitution());
        given(lines, "lab: ", said.getLab());
        subject(lines, said.getSubject());
        lines.add("recorded with " + SessionNotes.software(session));
        for (String note : SessionNotes.lines(session)) {
            lines.add(oneLine(note));
        }
        lines.add("a row for each command; an empty field: there is no such number; columns:");
        for (Column column : TrialColumns.of(session)) {
            lines.add("  " + column.name() + ": "
                    + column.description().replace("NaN:", "empty:").replace("-1:", "empty:"));
        }
        return lines;
    }

    private static void subject(List<String> lines, Subject subject) {
        List<String> parts = new ArrayList<>();
        given(parts, "", subject.getId());
        given(parts, "", subject.getSpecies());
        given(parts, "sex ", subject.getSex());
        given(parts, "age ", subject.getAge());
        given(parts, "strain ", subject.getStrain());
        given(parts, "genotype ", subject.getGenotype());
        given(parts, "weight ", subject.getWeight());
        given(parts, "", subject.getDescription());
        given(lines, "subject: ", String.join(", ", parts));
    }

    private static void given(List<String> lines, String what, String text) {
        if (!text.isEmpty()) {
            lines.add(what + oneLine(text));
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
