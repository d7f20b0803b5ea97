package io.stimloop.gateway.config;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import io.stimloop.control.spec.FieldPath;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads a message from a YAML tree by the JSON mapping of protobuf, following the message's descriptor.
 * Every fault is reported and the rest is read on: what could not be read is left out.
 */
final class MessageReader {
    private final Findings findings;

    MessageReader(Findings findings) {
        this.findings = findings;
    }

    /** Fills the builder from the fields of a mapping, or from nothing (null): no field. */
    void read(Node node, Message.Builder builder, String path) {
        if (node instanceof MappingNode mapping) {
            new Keys(findings, mapping, path).fields(builder.getDescriptorForType())
                    .forEach((field, value) -> readField(field, value, builder, path));
        } else if (!isNothing(node)) {
            String names = String.join(", ", Keys.names(builder.getDescriptorForType()));
            unreadable(path, UnreadableException.expected("a group of fields (" + names + ")", node));
        }
    }

    private void readField(FieldDescriptor field, Node node, Message.Builder builder, String parent) {
        String path = FieldPath.field(parent, field.getJsonName());
        if (field.isMapField()) {
            readMap(field, node, builder, path);
        } else if (field.isRepeated()) {
            readList(field, node, builder, path);
        } else if (!isNothing(node) || isGroup(field)) {
            value(field, node, builder, path).ifPresent(value -> builder.setField(field, value));
        }
    }

    private void readMap(FieldDescriptor field, Node node, Message.Builder builder, String path) {
        if (node instanceof MappingNode mapping) {
            FieldDescriptor keyField = field.getMessageType().findFieldByNumber(1);
            FieldDescriptor valueField = field.getMessageType().findFieldByNumber(2);
            new Keys(findings, mapping, path).all().forEach((key, value) -> {
                Message.Builder entry = builder.newBuilderForField(field).setField(keyField, key);
                value(valueField, value, entry, FieldPath.field(path, key)).ifPresent(
                        read -> builder.addRepeatedField(field, entry.setField(valueField, read).build()));
            });
        } else if (!isNothing(node)) {
            unreadable(path, UnreadableException.expected("a group of named entries", node));
        }
    }

    private void readList(FieldDescriptor field, Node node, Message.Builder builder, String path) {
        if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                Node element = sequence.getValue().get(i);
                String elementPath = FieldPath.element(path, i);
                findings.place(elementPath, Position.of(element));
                value(field, element, builder, elementPath).ifPresentOrElse(
                        value -> builder.addRepeatedField(field, value), () -> findings.distrust(path));
            }
        } else if (!isNothing(node)) {
            unreadable(path, UnreadableException.expected("a list, as in [a, b]", node));
        }
    }

    /** One value of the field's type; where it is at fault, the one meant or none. */
    private Optional<Object> value(FieldDescriptor field, Node node, Message.Builder parent, String path) {
        try {
            return isGroup(field) ? group(field, node, parent, path) : Optional.of(single(field, node));
        } catch (UnreadableException e) {
            unreadable(path, e);
            return e.meant();
        }
    }

    private Optional<Object> group(FieldDescriptor field, Node node, Message.Builder parent, String path) {
        Message.Builder builder = parent.newBuilderForField(field);
        read(node, builder, path);
        return node instanceof MappingNode || isNothing(node)
                ? Optional.of(builder.build())
                : Optional.empty();
    }

    private static Object single(FieldDescriptor field, Node node) throws UnreadableException {
        if (!(node instanceof ScalarNode scalar) || isNothing(node)) {
            throw UnreadableException.expected(
                    isDuration(field) ? "a duration, as in 0.050s" : "a single value",
                    node);
        }
        return isDuration(field) ? DurationReader.read(scalar) : ScalarReader.read(field, scalar);
    }

    private void unreadable(String path, UnreadableException e) {
        findings.addUnreadable(path, e.description());
    }

    private static boolean isGroup(FieldDescriptor field) {
        return field.getJavaType() == JavaType.MESSAGE && !isDuration(field);
    }

    private static boolean isDuration(FieldDescriptor field) {
        return field.getJavaType() == JavaType.MESSAGE
                && field.getMessageType().getFullName().equals(Duration.getDescriptor().getFullName());
    }

    private static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }
}
