package io.stimloop.control.spec;

import io.stimloop.v1.Amount;
import java.util.List;

/**
 * A number that all commands have in common, or the dimension whose value it is.
 *
 * @param names of the dimensions; empty when something was at fault, and then every name passes
 */
record AmountSection(List<String> names) {
    /** What stands for one that could not be read. */
    private static final io.stimloop.control.safety.Amount NONE = io.stimloop.control.safety.Amount.of(0);

    /** One that must be given. */
    io.stimloop.control.safety.Amount required(boolean given, Amount sent, String what, Faults at) {
        return at.require(given, "is missing: " + what) ? read(sent, at) : NONE;
    }

    /** One that is usually this number. */
    io.stimloop.control.safety.Amount orElse(boolean given, Amount sent, double usual, Faults at) {
        return given ? read(sent, at) : io.stimloop.control.safety.Amount.of(usual);
    }

    private io.stimloop.control.safety.Amount read(Amount sent, Faults at) {
        switch (sent.getKindCase()) {
            case FIXED -> {
                Bounds.NOT_NEGATIVE.check(sent.getFixed(), at.field("fixed"));
                return io.stimloop.control.safety.Amount.of(sent.getFixed());
            }
            case DIMENSION -> {
                return io.stimloop.control.safety.Amount
                        .at(Math.max(0, dimension(sent.getDimension(), at.field("dimension"))));
            }
            case KIND_NOT_SET -> at.add("has no value: give {fixed: 10} or {dimension: name}");
        }
        return NONE;
    }

    /** The place of a dimension; negative when there is none of this name, which is reported. */
    int dimension(String name, Faults at) {
        int place = names.indexOf(name);
        at.require(place >= 0 || names.isEmpty(),
                Wording.quoted(name) + " is no stimulus dimension: " + Wording.suggestion(name, names));
        return place;
    }
}
