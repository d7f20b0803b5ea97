package io.stimloop.gateway.config;

import io.stimloop.control.spec.FieldPath;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * From the text of a YAML 1.2 file to its tree. Of YAML only what JSON can say is taken: no aliases, no
 * tags, one document, bounded depth; so a small file cannot become a large one.
 */
final class YamlText {
    private static final int DEEPEST = 32;
    private static final LoadSettings SETTINGS = LoadSettings.builder().setSchema(new CoreSchema())
            .setParseComments(false).setAllowNonScalarKeys(true).build();

    private final Findings findings;
    private final String begin;
    private int depth;
    private int documents;
    private boolean plain = true;

    private YamlText(String begin, Findings findings) {
        this.begin = begin;
        this.findings = findings;
    }

    /**
     * The root of the tree; empty when a fault was reported.
     *
     * @param begin how such a file begins, in words
     */
    static Optional<Node> tree(String text, String begin, Findings findings) {
        try {
            return new YamlText(begin, findings).composed(text);
        } catch (MarkedYamlEngineException e) {
            findings.add(Position.of(e.getProblemMark()), FieldPath.ROOT, "is no YAML: " + wording(e));
        } catch (ReaderException e) {
            findings.add(Position.after(text.substring(0, Math.min(e.getPosition(), text.length()))),
                    FieldPath.ROOT,
                    "has a character that YAML does not allow: code point " + e.getCodePoint());
        } catch (YamlEngineException | IllegalArgumentException e) {
            // The parser lets exceptions of Java's own number formats through, as for an escape of 99999999.
            findings.add(Position.START, FieldPath.ROOT, "is no YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static String wording(MarkedYamlEngineException e) {
        return e.getContext() == null ? e.getProblem() : e.getContext() + ", " + e.getProblem();
    }

    private Optional<Node> composed(String text) {
        if (!isPlain(text)) {
            return Optional.empty();
        }
        Optional<Node> root = new Compose(SETTINGS).composeString(text);
        if (root.isEmpty()) {
            findings.add(Position.START, FieldPath.ROOT,
                    "is empty: " + begin);
        }
        return root;
    }

    private boolean isPlain(String text) {
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            check(event);
            if (depth > DEEPEST) {
                break;
            }
        }
        return plain;
    }

    private void check(Event event) {
        switch (event) {
            case DocumentStartEvent start -> startDocument(start);
            case AliasEvent alias ->
                refuse(alias, "an alias (*name) is not allowed here: write the value out");
            case ScalarEvent scalar -> checkTag(scalar, scalar.getTag());
            case CollectionStartEvent start -> enter(start);
            case CollectionEndEvent end -> depth--;
            default -> {
            }
        }
    }

    private void startDocument(DocumentStartEvent start) {
        documents++;
        if (documents > 1) {
            refuse(start, "a second document is not allowed here: one a file");
        }
    }

    private void enter(CollectionStartEvent start) {
        checkTag(start, start.getTag());
        depth++;
        if (depth > DEEPEST) {
            refuse(start, "is nested too deep: at most " + DEEPEST + " levels");
        }
    }

    private void checkTag(Event event, Optional<String> tag) {
        if (tag.isPresent()) {
            refuse(event, "a tag (!name) is not allowed here: write the value alone");
        }
    }

    private void refuse(Event event, String description) {
        plain = false;
        findings.add(Position.of(event.getStartMark()), FieldPath.ROOT, description);
    }
}
