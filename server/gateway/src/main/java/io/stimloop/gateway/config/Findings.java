package io.stimloop.gateway.config;

import io.stimloop.control.spec.FieldPath;
import io.stimloop.control.spec.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** What was found in a file: where its fields are and what is wrong with them. Not thread safe. */
final class Findings {
    private static final int MOST_REPORTED = 100;

    private final String file;
    private final Map<String, Position> positions = new HashMap<>(Map.of(FieldPath.ROOT, Position.START));
    private final Set<String> unreadable = new HashSet<>();
    private final List<FileFault> faults = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    /** Notes where a field is. */
    void place(String path, Position position) {
        positions.put(path, position);
    }

    /** The line of a field; empty where it is not in the file. */
    OptionalInt line(String path) {
        Position position = positions.get(path);
        return position == null ? OptionalInt.empty() : OptionalInt.of(position.line());
    }

    /** Reports a fault somewhere in the file. */
    void add(Position position, String path, String description) {
        faults.add(new FileFault(file, position.line(), position.column(), path, description));
    }

    /** Reports that a field, placed before, could not be read. */
    void addUnreadable(String path, String description) {
        distrust(path);
        add(position(path), path, description);
    }

    /** Notes that a field was read only in part, so that what is found wrong with it is not to be believed. */
    void distrust(String path) {
        unreadable.add(path);
    }

    /**
     * Reports what is wrong with the spec that was read, at the field or the nearest thing around it that is
     * in the file; unless it follows from a field that could not be read.
     */
    void add(Violation violation) {
        String path = violation.field();
        if (!followsFromUnreadable(path)) {
            add(position(path), path, violation.description());
        }
    }

    /** Everything reported, in the order of the file; when it was too much, the last entry says so. */
    List<FileFault> faults() {
        List<FileFault> sorted = faults.stream().sorted(FileFault.BY_POSITION).limit(MOST_REPORTED)
                .collect(ArrayList::new, List::add, List::addAll);
        if (faults.size() > MOST_REPORTED) {
            FileFault last = sorted.getLast();
            sorted.add(new FileFault(file, last.line(), last.column(), FieldPath.ROOT,
                    "has " + (faults.size() - MOST_REPORTED) + " more faults from here on"));
        }
        return List.copyOf(sorted);
    }

    private Position position(String path) {
        String known = path;
        while (!positions.containsKey(known)) {
            known = FieldPath.parent(known);
        }
        return positions.getOrDefault(known, Position.START);
    }

    private boolean followsFromUnreadable(String path) {
        return unreadable.stream().anyMatch(
                broken -> FieldPath.within(path, broken) || path.equals(FieldPath.parent(broken)));
    }
}
