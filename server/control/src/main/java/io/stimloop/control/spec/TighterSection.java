package io.stimloop.control.spec;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import io.stimloop.v1.DimensionLimits;
import io.stimloop.v1.SafetyLimits;
import java.util.Map;

/**
 * The limits of a spec on top of those of the server: each at least as tight, which is checked field by field.
 *
 * @param operator the server's
 */
record TighterSection(OperatorLimits operator) {
    /** Both together; those of the server where the spec's are at fault. */
    SafetyLimits read(SafetyLimits spec, Faults at) {
        UnknownFields.check(spec, at);
        at.require(
                spec.getVersion() == 0 && spec.getAuthor().isEmpty() && spec.getDate().isEmpty()
                        && spec.getReason().isEmpty(),
                "has a version, author, date or reason: only the limits file has those");
        SafetyLimits.Builder both = operator.original().toBuilder();
        merge(both, spec, at);
        return at.clean() ? both.build() : operator.original();
    }

    private void merge(Message.Builder both, Message spec, Faults at) {
        spec.getAllFields().forEach((field, value) -> {
            Faults place = at.field(field.getJsonName());
            if (field.isMapField()) {
                mergeDimensions((SafetyLimits.Builder) both, (SafetyLimits) spec, place);
            } else if (field.getJavaType() == JavaType.MESSAGE) {
                merge(both.getFieldBuilder(field), (Message) value, place);
            } else if (field.getJavaType() == JavaType.DOUBLE
                    && tightens(both, field, (double) value, place)) {
                both.setField(field, value);
            }
        });
    }

    private void mergeDimensions(SafetyLimits.Builder both, SafetyLimits spec, Faults at) {
        for (Map.Entry<String, DimensionLimits> entry : spec.getDimensionsMap().entrySet()) {
            DimensionLimits.Builder limits = both
                    .getDimensionsOrDefault(entry.getKey(), DimensionLimits.getDefaultInstance()).toBuilder();
            merge(limits, entry.getValue(), at.field(entry.getKey()));
            both.putDimensions(entry.getKey(), limits.build());
        }
    }

    private boolean tightens(Message.Builder both, FieldDescriptor field, double value, Faults at) {
        boolean limited = both.hasField(field);
        double limit = limited ? (double) both.getField(field) : absent(both.buildPartial(), field);
        boolean holds = switch (LimitFields.Kind.of(field)) {
            case MOST -> value <= limit;
            case LEAST -> value >= limit;
            case MEANING -> value == limit || Double.isInfinite(operator.missing());
        };
        return at.require(Bounds.ANY.contain(value), Bounds.ANY.complaint(value))
                && at.require(holds, Wording.number(value) + words(field) + Wording.number(limit) + ", as in "
                        + operator.owner() + (limited ? "" : " (a missing limit allows nothing)"));
    }

    private double absent(Message limits, FieldDescriptor field) {
        return switch (LimitFields.Kind.of(field)) {
            case MOST -> LimitFields.hazardous(limits) ? operator.missing() : Double.POSITIVE_INFINITY;
            case LEAST -> Double.NEGATIVE_INFINITY;
            case MEANING -> 0;
        };
    }

    private static String words(FieldDescriptor field) {
        return switch (LimitFields.Kind.of(field)) {
            case MOST -> " is looser: at most ";
            case LEAST -> " is looser: at least ";
            case MEANING -> " cannot be chosen here: it is ";
        };
    }
}
