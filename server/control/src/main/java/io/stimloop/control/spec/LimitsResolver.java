package io.stimloop.control.spec;

import io.stimloop.v1.SafetyLimits;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Reads a limits file, whole. */
public final class LimitsResolver {
    private static final int LONGEST_AUTHOR = 128;
    private static final int LONGEST_REASON = 1024;

    private LimitsResolver() {}

    /** What came of reading limits. */
    public sealed interface Resolved {}

    /** They obey every rule. */
    public record Accepted(OperatorLimits limits) implements Resolved {}

    /** They break a rule: every fault, in the order of the fields; not empty. */
    public record Refused(List<Violation> violations) implements Resolved {}

    /** Checks limits against every rule of {@code limits.proto}. Whatever they say, nothing is thrown. */
    public static Resolved resolve(SafetyLimits sent) {
        Faults at = Faults.none();
        UnknownFields.check(sent, at);
        checkHead(sent, at);
        LimitFields.check(sent, at);
        return at.clean()
                ? new Accepted(new OperatorLimits(sent, new LimitsSection(0).read(sent), 0))
                : new Refused(at.violations());
    }

    private static void checkHead(SafetyLimits sent, Faults at) {
        at.field("version").require(sent.getVersion() != 0,
                "is missing: from 1, and greater with every change");
        checkText(sent.getAuthor(), LONGEST_AUTHOR, "who answers for these limits", at.field("author"));
        checkText(sent.getReason(), LONGEST_REASON, "why these limits", at.field("reason"));
        at.field("date").require(isDate(sent.getDate()),
                Wording.quoted(sent.getDate()) + " is no date: write it as in 2026-11-25");
    }

    private static void checkText(String text, int longest, String what, Faults at) {
        at.require(!text.isBlank(), "is missing: " + what);
        at.require(text.length() <= longest,
                "has " + text.length() + " characters: at most " + Wording.number((long) longest));
    }

    private static boolean isDate(String text) {
        try {
            return !LocalDate.parse(text).toString().isEmpty();
        } catch (DateTimeParseException noDate) {
            return false;
        }
    }
}
