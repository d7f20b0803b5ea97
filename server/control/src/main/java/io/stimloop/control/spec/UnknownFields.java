package io.stimloop.control.spec;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.MapEntry;
import com.google.protobuf.Message;
import java.util.List;

/**
 * Fields that this server does not know, sent by a newer client. To ignore them would be to run another
 * experiment than the one asked for, perhaps without one of its limits.
 */
final class UnknownFields {
    private UnknownFields() {}

    /** Reports every unknown field of the message and of the messages in it. */
    static void check(Message message, Faults at) {
        message.getUnknownFields().asMap().keySet().forEach(number -> at
                .add("has a field number " + number
                        + " that this server does not know: leave it out, or update"));
        message.getAllFields()
                .forEach((field, value) -> checkField(field, value, at.field(field.getJsonName())));
    }

    private static void checkField(FieldDescriptor field, Object value, Faults at) {
        if (field.isMapField()) {
            ((List<?>) value).forEach(entry -> checkEntry((MapEntry<?, ?>) entry, at));
        } else if (field.isRepeated()) {
            List<?> elements = (List<?>) value;
            for (int i = 0; i < elements.size(); i++) {
                checkValue(elements.get(i), at.element(i));
            }
        } else {
            checkValue(value, at);
        }
    }

    private static void checkEntry(MapEntry<?, ?> entry, Faults at) {
        checkValue(entry.getValue(), at.field(entry.getKey().toString()));
    }

    private static void checkValue(Object value, Faults at) {
        if (value instanceof Message message) {
            check(message, at);
        }
    }
}
