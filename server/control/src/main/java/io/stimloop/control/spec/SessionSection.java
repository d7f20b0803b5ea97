package io.stimloop.control.spec;

import io.stimloop.v1.Session;
import io.stimloop.v1.Subject;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Who recorded what of whom: texts, which must be fit for the files of other programs. */
final class SessionSection {
    private static final int LONGEST = 4096;
    private static final int LONGEST_SHORT = 256;
    private static final int MOST_EXPERIMENTERS = 32;
    private static final int MOST_KEYWORDS = 64;
    private static final double LONGEST_WAVE_NM = 100_000;
    private static final Set<String> SEXES = Set.of("", "M", "F", "O", "U");
    private static final Pattern AGE = Pattern
            .compile("P(?=\\d|T\\d)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+S)?)?");

    private SessionSection() {}

    static void check(Session session, Faults at) {
        text(session.getDescription(), LONGEST, at.field("description"));
        texts(session.getExperimentersList(), MOST_EXPERIMENTERS, at.field("experimenters"));
        texts(session.getKeywordsList(), MOST_KEYWORDS, at.field("keywords"));
        text(session.getInstitution(), LONGEST_SHORT, at.field("institution"));
        text(session.getLab(), LONGEST_SHORT, at.field("lab"));
        text(session.getProtocol(), LONGEST, at.field("protocol"));
        text(session.getNotes(), LONGEST, at.field("notes"));
        text(session.getLightSource(), LONGEST, at.field("lightSource"));
        text(session.getLightLocation(), LONGEST_SHORT, at.field("lightLocation"));
        double wave = session.getWavelengthNm();
        at.field("wavelengthNm").require(!session.hasWavelengthNm() || (wave > 0 && wave <= LONGEST_WAVE_NM),
                Wording.number(wave) + " must be above 0 and at most " + Wording.number(LONGEST_WAVE_NM));
        check(session.getSubject(), at.field("subject"));
    }

    private static void check(Subject subject, Faults at) {
        text(subject.getId(), LONGEST_SHORT, at.field("id"));
        text(subject.getSpecies(), LONGEST_SHORT, at.field("species"));
        text(subject.getStrain(), LONGEST_SHORT, at.field("strain"));
        text(subject.getGenotype(), LONGEST, at.field("genotype"));
        text(subject.getWeight(), LONGEST_SHORT, at.field("weight"));
        text(subject.getDescription(), LONGEST, at.field("description"));
        at.field("sex").require(SEXES.contains(subject.getSex()),
                Wording.quoted(subject.getSex()) + " must be M, F, O (other) or U (unknown)");
        at.field("age").require(subject.getAge().isEmpty() || AGE.matcher(subject.getAge()).matches(),
                Wording.quoted(subject.getAge())
                        + " is no ISO 8601 duration: write P90D for 90 days, P12W for 12 weeks");
    }

    private static void texts(List<String> texts, int most, Faults at) {
        at.require(texts.size() <= most,
                "has " + Wording.number(texts.size()) + " entries: give at most " + Wording.number(most));
        for (int i = 0; i < Math.min(texts.size(), most); i++) {
            text(texts.get(i), LONGEST_SHORT, at.element(i));
        }
    }

    private static void text(String text, int longest, Faults at) {
        at.require(text.length() <= longest, "has " + Wording.number(text.length())
                + " characters: give at most " + Wording.number(longest));
        at.require(text.indexOf('\0') < 0, "must not hold a character of the code 0");
    }
}
