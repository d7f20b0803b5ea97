package io.stimloop.gateway.reference;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.stimloop.v1.ExperimentSpec;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An experiment as YAML, with what was left out as comments, and where each value comes from. */
public final class SpecText {
    private static final int COMMENT_COLUMN = 56;
    private static final String STEP = "  ";

    private final ProtoComments comments = ProtoComments.of(ExperimentSpec.getDescriptor().getFile());
    private final boolean resolved;
    private final Function<String, String> origins;
    private final StringBuilder out = new StringBuilder();

    /**
     * @param resolved whether what was left out is shown, by what the contract says holds then
     * @param origins  where the field with a path comes from; empty words are not shown
     */
    public SpecText(boolean resolved, Function<String, String> origins) {
        this.resolved = resolved;
        this.origins = origins;
    }

    /** The text. */
    public String of(ExperimentSpec spec) {
        out.setLength(0);
        try {
            JsonNode tree = JsonMapper.builder().build().readTree(JsonFormat.printer().print(spec));
            message(tree, ExperimentSpec.getDescriptor(), "", "");
        } catch (InvalidProtocolBufferException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toString();
    }

    private void message(JsonNode node, Descriptor type, String path, String indent) {
        for (FieldDescriptor field : type.getFields()) {
            String name = field.getJsonName();
            String at = path.isEmpty() ? name : path + "." + name;
            if (node.has(name)) {
                field(node.get(name), field, at, indent);
            } else if (resolved && !excluded(node, field)) {
                LeftOut.in(comments.sentence(field.getFullName())).ifPresent(
                        words -> out.append(indent).append("# ").append(name).append(" left out: ")
                                .append(words).append('\n'));
            }
        }
    }

    /** Of a choice something else was taken. */
    private static boolean excluded(JsonNode node, FieldDescriptor field) {
        return field.getRealContainingOneof() != null && field.getRealContainingOneof().getFields().stream()
                .anyMatch(rival -> node.has(rival.getJsonName()));
    }

    private void field(JsonNode value, FieldDescriptor field, String path, String indent) {
        String name = field.getJsonName();
        if (field.isMapField()) {
            map(value, field, path, indent);
        } else if (!ours(field)) {
            line(indent + name + ": " + flow(value, field), path);
        } else if (!field.isRepeated()) {
            nested(name, value, field.getMessageType(), path, indent);
        } else {
            line(indent + name + ":", path);
            for (int i = 0; i < value.size(); i++) {
                item(value.get(i), field.getMessageType(), path + "[" + i + "]", indent + STEP);
            }
        }
    }

    private void map(JsonNode entries, FieldDescriptor field, String path, String indent) {
        FieldDescriptor values = field.getMessageType().findFieldByName("value");
        if (!ours(values)) {
            line(indent + field.getJsonName() + ": " + flow(entries, field), path);
            return;
        }
        line(indent + field.getJsonName() + ":", path);
        entries.properties().forEach(entry -> nested(word(entry.getKey()), entry.getValue(),
                values.getMessageType(), path + "." + entry.getKey(), indent + STEP));
    }

    /** Durations and the like are written as one word. */
    private static boolean ours(FieldDescriptor field) {
        return field.getJavaType() == JavaType.MESSAGE
                && field.getMessageType().getFile().getPackage().startsWith("stimloop");
    }

    private void nested(String name, JsonNode value, Descriptor type, String path, String indent) {
        if (value.isEmpty()) {
            line(indent + name + ": {}", path);
        } else {
            line(indent + name + ":", path);
        }
        message(value, type, path, indent + STEP);
    }

    /** An entry of a list: what is in it, the first line with a dash. */
    private void item(JsonNode value, Descriptor type, String path, String indent) {
        int from = out.length();
        message(value, type, path, indent + STEP);
        out.replace(from + indent.length(), from + indent.length() + 1, "-");
    }

    private void line(String text, String path) {
        String origin = origins.apply(path);
        out.append(text);
        if (!origin.isEmpty()) {
            out.append(" ".repeat(Math.max(1, COMMENT_COLUMN - text.length()))).append("# ").append(origin);
        }
        out.append('\n');
    }

    private static String flow(JsonNode value, FieldDescriptor field) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false).map(entry -> flow(entry, field))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value.isObject()) {
            FieldDescriptor values = field.getMessageType().findFieldByName("value");
            return value.properties().stream()
                    .map(entry -> word(entry.getKey()) + ": " + flow(entry.getValue(), values))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (!value.isString()) {
            return value.toString();
        }
        // JSON has texts for numbers of 64 bits and for durations too.
        return field.getJavaType() == JavaType.STRING ? word(value.asString()) : value.asString();
    }

    /** As YAML reads it back as a text. */
    private static String word(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9_.-]*") && !text.matches("(?i)true|false|null|yes|no")
                ? text
                : JsonMapper.builder().build().writeValueAsString(text);
    }
}
