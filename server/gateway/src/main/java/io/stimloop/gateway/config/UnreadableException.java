package io.stimloop.gateway.config;

import io.stimloop.control.spec.Wording;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeType;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value in a file is not of the type of its field. */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1;

    private final String description;
    private final transient @Nullable Object meant;

    UnreadableException(String description) {
        this(description, null);
    }

    /** With the value that was probably meant, so that what depends on it need not be at fault too. */
    UnreadableException(String description, @Nullable Object meant) {
        super(description);
        this.description = description;
        this.meant = meant;
    }

    /** The value to go on with. */
    Optional<Object> meant() {
        return Optional.ofNullable(meant);
    }

    /** What is wrong and what would be right. */
    String description() {
        return description;
    }

    static UnreadableException expected(String what, Node node) {
        return new UnreadableException("must be " + what + ", is " + kind(node));
    }

    private static String kind(Node node) {
        if (node.getTag().equals(Tag.NULL)) {
            return "nothing";
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.isPlain() ? Wording.plain(scalar.getValue()) : Wording.quoted(scalar.getValue());
        }
        return node.getNodeType() == NodeType.SEQUENCE ? "a list" : "a group of fields";
    }
}
