package io.stimloop.gateway.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** A place in a file; line and column count from 1. */
record Position(int line, int column) {
    static final Position START = new Position(1, 1);

    static Position of(Node node) {
        return of(node.getStartMark());
    }

    static Position of(Optional<Mark> mark) {
        return mark.map(known -> new Position(known.getLine() + 1, known.getColumn() + 1)).orElse(START);
    }

    /** The place that follows a text. */
    static Position after(String text) {
        int lastBreak = text.lastIndexOf('\n');
        int line = 1 + (int) text.chars().filter(character -> character == '\n').count();
        return new Position(line, 1 + text.codePointCount(lastBreak + 1, text.length()));
    }
}
