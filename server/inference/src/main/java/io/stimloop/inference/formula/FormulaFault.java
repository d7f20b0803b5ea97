package io.stimloop.inference.formula;

import java.util.List;

/** What is wrong with the text of a formula, and where. */
public final class FormulaFault extends Exception {
    private static final long serialVersionUID = 1;

    private final int column;
    private final String words;
    private final String unknown;
    private final transient List<String> known;

    FormulaFault(int column, String words) {
        this(column, words, "", List.of());
    }

    FormulaFault(int column, String words, String unknown, List<String> known) {
        super("column " + column + ": " + words);
        this.column = column;
        this.words = words;
        this.unknown = unknown;
        this.known = List.copyOf(known);
    }

    /** Where, from 1; one more than the length where something is missing at the end. */
    public int column() {
        return column;
    }

    /** What, without the column. */
    public String words() {
        return words;
    }

    /** The name that is not known; empty when the fault is another. */
    public String unknown() {
        return unknown;
    }

    /** The names that are known in its place. */
    public List<String> known() {
        return known == null ? List.of() : known;
    }
}
