package io.stimloop.inference.map;

import java.util.List;

/** When the next refit is due, and what the last one had to say. Not thread safe. */
final class RefitSchedule {
    private final RefitRule rule;
    private final boolean refits;
    private long next;
    private List<String> warnings = List.of();

    RefitSchedule(MapModel model) {
        this.rule = model.refit();
        this.refits = !model.averaged() && !rule.equals(RefitRule.NEVER);
        this.next = rule.every();
    }

    RefitSchedule(RefitSchedule other) {
        this.rule = other.rule;
        this.refits = other.refits;
        this.next = other.next;
        this.warnings = other.warnings;
    }

    boolean due(long trials) {
        return refits && trials >= next;
    }

    /** A refit to so many trials was adopted. */
    void done(long trials, List<String> said) {
        next = trials + rule.every();
        warnings = said;
    }

    /** The trial after which the next is due. */
    long next() {
        return next;
    }

    void restore(long due) {
        next = due;
    }

    List<String> warnings() {
        return warnings;
    }
}
