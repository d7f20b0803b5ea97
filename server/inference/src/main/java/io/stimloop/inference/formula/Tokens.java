package io.stimloop.inference.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a formula apart into numbers, names and symbols. */
final class Tokens {
    private static final Pattern NEXT = Pattern.compile("\\s*(?:"
            + "(?<number>(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
            + "|(?<name>[A-Za-z_][A-Za-z0-9_]*)" + "|(?<symbol><=|>=|==|!=|[-+*/^(),<>]))");

    private Tokens() {}

    /** Its pieces; the last one is the end. */
    static List<Token> of(String text) throws FormulaFault {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = NEXT.matcher(text);
        int at = 0;
        while (matcher.region(at, text.length()).lookingAt()) {
            tokens.add(token(matcher));
            at = matcher.end();
        }
        int end = at + spaces(text, at);
        if (end < text.length()) {
            throw unknown(text, end);
        }
        tokens.add(new Token(Token.Kind.END, "", text.stripTrailing().length() + 1));
        return tokens;
    }

    private static Token token(Matcher matcher) {
        if (matcher.group("number") != null) {
            return new Token(Token.Kind.NUMBER, matcher.group("number"), matcher.start("number") + 1);
        }
        return matcher.group("name") != null
                ? new Token(Token.Kind.NAME, matcher.group("name"), matcher.start("name") + 1)
                : new Token(Token.Kind.SYMBOL, matcher.group("symbol"), matcher.start("symbol") + 1);
    }

    private static int spaces(String text, int from) {
        int count = 0;
        while (from + count < text.length() && Character.isWhitespace(text.charAt(from + count))) {
            count++;
        }
        return count;
    }

    private static FormulaFault unknown(String text, int at) {
        String hint = switch (text.charAt(at)) {
            case '=' -> ": compare with ==";
            case '[', '{' -> ": use (";
            case ']', '}' -> ": use )";
            default -> "";
        };
        return new FormulaFault(at + 1, shown(text, at) + " has no meaning" + hint);
    }

    /** A character as people can see it. */
    private static String shown(String text, int at) {
        int character = text.codePointAt(at);
        boolean visible = character > ' ' && Character.isDefined(character)
                && !Character.isISOControl(character)
                && Character.getType(character) != Character.FORMAT
                && Character.getType(character) != Character.SURROGATE;
        return visible ? "'" + Character.toString(character) + "'" : "the character " + character;
    }
}
