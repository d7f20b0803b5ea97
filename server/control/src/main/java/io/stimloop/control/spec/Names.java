package io.stimloop.control.spec;

import java.util.regex.Pattern;

/** Names of experiments, neurons, dimensions and rigs: fit for a file name on every system. */
public final class Names {
    /** The rule in words. */
    public static final String RULE = "1 to 64 characters of A-Z a-z 0-9 . _ - that do not begin with a dot";

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}");

    private Names() {}

    /** Whether a name obeys {@link #RULE}. */
    public static boolean isValid(String name) {
        return VALID.matcher(name).matches();
    }

    static void check(String name, Faults at) {
        at.require(!name.isEmpty(), "is missing: " + RULE);
        at.require(name.isEmpty() || isValid(name), Wording.quoted(name) + " is no name: " + RULE);
    }
}
