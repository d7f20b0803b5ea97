package io.stimloop.control.experiment;

import io.stimloop.control.spec.Violation;
import java.util.List;

/** A request or message that was refused at the door. It changed nothing. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of refusal: what the sender can do about it. */
    public enum Kind {
        /** The message itself is wrong and always would be. */
        INVALID,
        /** The state of the experiment does not allow it now. */
        STATE,
        /** Another rig holds what was asked for, or the id is in use. */
        TAKEN,
        /** There is no such experiment. */
        UNKNOWN,
        /** A bound of the server is reached. */
        EXHAUSTED
    }

    private final Kind kind;
    private final transient List<Violation> violations;

    private Refused(Kind kind, String message, List<Violation> violations) {
        super(message, null, false, false);
        this.kind = kind;
        this.violations = violations;
    }

    /** A fault of one field. */
    public static Refused of(Kind kind, String field, String description) {
        return new Refused(kind, field + ": " + description, List.of(new Violation(field, description)));
    }

    /** Several faults of one message; {@code violations} is not empty. */
    public static Refused of(Kind kind, List<Violation> violations) {
        Violation first = violations.getFirst();
        String more = violations.size() == 1 ? "" : " (and " + (violations.size() - 1) + " more)";
        return new Refused(kind, first.field() + ": " + first.description() + more, List.copyOf(violations));
    }

    /** A refusal that is about no field. */
    public static Refused of(Kind kind, String message) {
        return new Refused(kind, message, List.of());
    }

    /** What kind of refusal. */
    public Kind kind() {
        return kind;
    }

    /** The fields at fault; empty when the refusal is about none. */
    public List<Violation> violations() {
        return violations;
    }
}
