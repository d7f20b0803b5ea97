package io.stimloop.control.spec;

/**
 * One fault of an experiment spec.
 *
 * @param field       path of the field, as in {@code model.tuningCurve.parameters.width.to} or
 *                    {@code stimulus.dimensions[0].values}; empty for the spec as a whole
 * @param description what is wrong and what would be right; one line
 */
public record Violation(String field, String description) {
    /** As in {@code planner.deadline: 0s must be above 0s and at most 60s}. */
    @Override
    public String toString() {
        return field.isEmpty() ? description : field + ": " + description;
    }
}
