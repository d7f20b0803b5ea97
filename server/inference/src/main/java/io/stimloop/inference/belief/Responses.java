package io.stimloop.inference.belief;

/**
 * What a trial gives: one number per unit, in an array. A spike count, a choice (from 0 to alternatives - 1) or a
 * value.
 *
 * @param kind         what the numbers are
 * @param units        how many, from 1
 * @param alternatives of a choice, from 2; 0 for the other kinds
 */
public record Responses(Kind kind, int units, int alternatives) {
    /** What the numbers of a response are. */
    public enum Kind {
        /** Spike counts: whole numbers from 0. */
        COUNTS,
        /** The one choice made: a whole number from 0. */
        CHOICE,
        /** Any finite numbers. */
        VALUES
    }

    /** @throws IllegalArgumentException naming what is out of its range */
    public Responses {
        if (units < 1) {
            throw new IllegalArgumentException("units: " + units + " must be at least 1");
        }
        if (kind == Kind.CHOICE ? alternatives < 2 : alternatives != 0) {
            throw new IllegalArgumentException("alternatives: " + alternatives
                    + (kind == Kind.CHOICE ? " must be at least 2" : " must be 0 where nothing is chosen"));
        }
    }

    /** A count for each of so many units. */
    public static Responses counts(int units) {
        return new Responses(Kind.COUNTS, units, 0);
    }

    /** One choice. */
    public static Responses choice(int alternatives) {
        return new Responses(Kind.CHOICE, 1, alternatives);
    }

    /** A value for each of so many channels. */
    public static Responses values(int units) {
        return new Responses(Kind.VALUES, units, 0);
    }
}
