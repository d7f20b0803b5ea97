package io.stimloop.gateway.config;

import java.util.Comparator;

/**
 * One fault of a file.
 *
 * @param file        as the user named it
 * @param line        from 1
 * @param column      from 1, in characters
 * @param field       path of the field, as in {@code model.tuningCurve.parameters.width.to}; empty for the
 *                    file as a whole
 * @param description what is wrong and what would be right; one line
 */
public record FileFault(String file, int line, int column, String field, String description) {
    /** As people read a file. */
    static final Comparator<FileFault> BY_POSITION = Comparator.comparingInt(FileFault::line)
            .thenComparingInt(FileFault::column);

    /** As in {@code direction.yaml:12:9: planner.deadline: 0s must be above 0s and at most 60s}. */
    @Override
    public String toString() {
        String place = file + ":" + line + ":" + column + ": ";
        return field.isEmpty() ? place + description : place + field + ": " + description;
    }
}
