package io.stimloop.inference.formula;

/**
 * A piece of a formula.
 *
 * @param kind   what it is
 * @param text   as written; empty at the end
 * @param column where it begins, from 1
 */
record Token(Kind kind, String text, int column) {
    /** What a piece can be. */
    enum Kind {
        NUMBER,
        NAME,
        SYMBOL,
        END
    }

    /** Whether it is this symbol. */
    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }
}
