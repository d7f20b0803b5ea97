package io.stimloop.rig.conformance;

/** The adapter did not do what it must. */
final class Unmet extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unmet(String message) {
        super(message, null, false, false);
    }
}
