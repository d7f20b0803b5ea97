package io.stimloop.control.spec;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.MapEntry;
import com.google.protobuf.Message;
import io.stimloop.v1.DimensionLimits;
import io.stimloop.v1.SafetyLimits;
import io.stimloop.v1.VisualLimits;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fields of limits, all at once by their descriptors: a field added to the contract is checked and compared by what
 * its name says it is.
 */
final class LimitFields {
    /** Shannon's k is a logarithm. */
    private static final String LOGARITHM = "max_shannon_k";

    private LimitFields() {}

    /** What a field says. */
    enum Kind {
        /** The greatest that is allowed: less is tighter, and what is missing allows nothing. */
        MOST,
        /** The least that is allowed: more is tighter. */
        LEAST,
        /** How a limit is meant. */
        MEANING;

        static Kind of(FieldDescriptor field) {
            String name = field.getName();
            return name.startsWith("max")
                    ? MOST
                    : name.startsWith("min") ? LEAST : MEANING;
        }
    }

    /** Reports every number that is no limit, and what is required and missing. */
    static void check(Message limits, Faults at) {
        boolean hazardous = hazardous(limits);
        for (FieldDescriptor field : limits.getDescriptorForType().getFields()) {
            Faults place = at.field(field.getJsonName());
            if (field.getJavaType() == JavaType.DOUBLE) {
                checkNumber(limits, field, hazardous, place);
            } else if (field.isMapField()) {
                entries(limits, field).forEach((name, entry) -> check(entry, place.field(name)));
            } else if (field.getJavaType() == JavaType.MESSAGE && limits.hasField(field)) {
                check((Message) limits.getField(field), place);
            }
        }
    }

    private static void checkNumber(Message limits, FieldDescriptor field, boolean hazardous, Faults at) {
        if (!limits.hasField(field)) {
            at.require(!hazardous || Kind.of(field) == Kind.MOST,
                    "is missing: write it out, as 0 where none is meant");
            return;
        }
        bounds(limits, field).check((double) limits.getField(field), at);
    }

    private static Bounds bounds(Message limits, FieldDescriptor field) {
        boolean ofDimension = limits.getDescriptorForType().equals(DimensionLimits.getDescriptor());
        if (ofDimension || field.getName().equals(LOGARITHM)) {
            return Bounds.ANY;
        }
        boolean time = Kind.of(field) == Kind.MEANING && field.getName().endsWith("_s");
        return time ? Bounds.POSITIVE : Bounds.NOT_NEGATIVE;
    }

    /** Whether a missing limit allows nothing here. */
    static boolean hazardous(Message limits) {
        return !limits.getDescriptorForType().equals(SafetyLimits.getDescriptor())
                && !limits.getDescriptorForType().equals(DimensionLimits.getDescriptor())
                && !limits.getDescriptorForType().equals(VisualLimits.getDescriptor());
    }

    /** The values of a map from names to messages, by name. */
    static Map<String, Message> entries(Message limits, FieldDescriptor field) {
        Map<String, Message> sorted = new TreeMap<>();
        for (Object entry : (List<?>) limits.getField(field)) {
            MapEntry<?, ?> pair = (MapEntry<?, ?>) entry;
            sorted.put(pair.getKey().toString(), (Message) pair.getValue());
        }
        return sorted;
    }
}
