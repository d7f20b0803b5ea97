package io.stimloop.gateway.config;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import io.stimloop.control.spec.FieldPath;
import io.stimloop.control.spec.Wording;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The keys of a mapping: each once, and as fields each known and at most one of a oneof. */
final class Keys {
    private final Findings findings;
    private final String path;
    private final Map<String, NodeTuple> tuples = new LinkedHashMap<>();

    /** Takes the keys of the mapping that is the field with this path; reports those that cannot be used. */
    Keys(Findings findings, MappingNode mapping, String path) {
        this.findings = findings;
        this.path = path;
        mapping.getValue().forEach(this::take);
    }

    private void take(NodeTuple tuple) {
        Position position = Position.of(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            findings.add(position, path, "has a key that is no name: write name: value");
            return;
        }
        String keyPath = FieldPath.field(path, key.getValue());
        NodeTuple earlier = tuples.putIfAbsent(key.getValue(), tuple);
        if (earlier == null) {
            findings.place(keyPath, position);
        } else {
            findings.add(position, keyPath, "is given twice, first in line "
                    + Position.of(earlier.getKeyNode()).line() + ": keep one");
        }
    }

    /** The keys and their values, in the order of the file. */
    Map<String, Node> all() {
        Map<String, Node> values = new LinkedHashMap<>();
        tuples.forEach((key, tuple) -> values.put(key, tuple.getValueNode()));
        return values;
    }

    /**
     * The keys as fields of a message. A key that is no field is reported, and read as the field that was
     * probably meant, so that what is under it is checked too.
     */
    Map<FieldDescriptor, Node> fields(Descriptor type) {
        Map<FieldDescriptor, Node> values = new LinkedHashMap<>();
        Map<OneofDescriptor, FieldDescriptor> chosen = new HashMap<>();
        tuples.forEach((key, tuple) -> field(type, key, tuple).ifPresent(field -> {
            OneofDescriptor oneof = field.getRealContainingOneof();
            FieldDescriptor rival = oneof == null ? null : chosen.putIfAbsent(oneof, field);
            if (rival == null) {
                values.put(field, tuple.getValueNode());
            } else {
                findings.addUnreadable(FieldPath.field(path, key),
                        "excludes " + rival.getJsonName() + ", which is given too: keep one");
            }
        }));
        return values;
    }

    private Optional<FieldDescriptor> field(Descriptor type, String key, NodeTuple tuple) {
        List<String> names = names(type);
        if (names.contains(key)) {
            return find(type, key);
        }
        String meant = Wording.nearest(key, names);
        findings.addUnreadable(FieldPath.field(path, key),
                names.isEmpty()
                        ? "is unknown: no field is known here"
                        : "is unknown: " + Wording.suggestion(key, names));
        if (meant.isEmpty() || tuples.containsKey(meant)) {
            return Optional.empty();
        }
        findings.place(FieldPath.field(path, meant), Position.of(tuple.getKeyNode()));
        return find(type, meant);
    }

    private static Optional<FieldDescriptor> find(Descriptor type, String name) {
        return type.getFields().stream().filter(field -> field.getJsonName().equals(name)).findFirst();
    }

    /** The names of a message's fields, as they are written in files. */
    static List<String> names(Descriptor type) {
        return type.getFields().stream().map(FieldDescriptor::getJsonName).toList();
    }
}
