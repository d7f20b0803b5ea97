package io.stimloop.rig.client;

import java.util.Optional;

/** A number that must not exceed another. */
final class Within {
    private static final double ROUNDING = 1e-9;

    private Within() {}

    /** Why it does, in words; empty when it does not. */
    static Optional<String> most(String what, double value, double most, String unit) {
        return value <= most * (1 + ROUNDING)
                ? Optional.empty()
                : Optional.of(what + ": " + value + " " + unit + "; " + most + " may be");
    }
}
