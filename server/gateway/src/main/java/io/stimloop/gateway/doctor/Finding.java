package io.stimloop.gateway.doctor;

import java.util.Locale;

/**
 * What a look at one thing has shown.
 *
 * @param name   of the thing
 * @param status how it is
 * @param detail what was seen, and what would be better where it is not well; for people
 */
public record Finding(String name, Status status, String detail) {
    /** How a thing is. */
    public enum Status {
        /** As it should be. */
        OK,
        /** Stimloop runs, later or less safely than it could. */
        WARNING,
        /** Stimloop does not run like this. */
        FAILED;

        /** As it is printed. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String name, String detail) {
        return new Finding(name, Status.OK, detail);
    }

    static Finding warning(String name, String detail) {
        return new Finding(name, Status.WARNING, detail);
    }

    static Finding failed(String name, String detail) {
        return new Finding(name, Status.FAILED, detail);
    }
}
