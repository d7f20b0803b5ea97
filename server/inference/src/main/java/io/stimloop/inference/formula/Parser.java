package io.stimloop.inference.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a formula by recursive descent. From loose to tight: one comparison; + and -; * and /; a sign; ^, which goes
 * from right to left and binds tighter than a sign before it, as in mathematics: -x^2 is -(x^2).
 */
final class Parser {
    static final String PI = "pi";

    /** Parentheses, signs and powers inside each other; so the recursion ends. */
    private static final int DEEPEST = 100;

    private static final Map<String, Function> COMPARISONS = Map.of("<", Function.LESS, "<=",
            Function.AT_MOST, ">",
            Function.GREATER, ">=", Function.AT_LEAST, "==", Function.EQUAL, "!=", Function.DIFFERENT);
    private static final Map<String, Function> SUMS = Map.of("+", Function.ADD, "-", Function.SUBTRACT);
    private static final Map<String, Function> PRODUCTS = Map.of("*", Function.MULTIPLY, "/",
            Function.DIVIDE);

    private final List<Token> tokens;
    private final Map<String, Node> variables;
    private final Set<String> used;
    private int at;
    private int depth;

    /** @param used receives the names of the variables that occur */
    Parser(List<Token> tokens, Map<String, Node> variables, Set<String> used) {
        this.tokens = tokens;
        this.variables = variables;
        this.used = used;
    }

    /** The whole formula. */
    Node read() throws FormulaFault {
        if (next().kind() == Token.Kind.END) {
            throw new FormulaFault(1, "the formula is empty");
        }
        Node whole = comparison();
        if (next().kind() != Token.Kind.END) {
            throw leftOver(next());
        }
        return whole;
    }

    private Node comparison() throws FormulaFault {
        Node left = sum();
        Function comparison = operator(COMPARISONS);
        if (comparison == null) {
            return left;
        }
        at++;
        Node both = Node.of(comparison, List.of(left, sum()));
        if (operator(COMPARISONS) != null) {
            throw new FormulaFault(next().column(), "comparisons cannot follow each other: put one in ( )");
        }
        return both;
    }

    private Node sum() throws FormulaFault {
        Node left = product();
        for (Function one = operator(SUMS); one != null; one = operator(SUMS)) {
            at++;
            left = Node.of(one, List.of(left, product()));
        }
        return left;
    }

    private Node product() throws FormulaFault {
        Node left = signed();
        for (Function one = operator(PRODUCTS); one != null; one = operator(PRODUCTS)) {
            at++;
            left = Node.of(one, List.of(left, signed()));
        }
        return left;
    }

    private Node signed() throws FormulaFault {
        if (!next().is("-") && !next().is("+")) {
            return power();
        }
        boolean minus = next().is("-");
        descend(next());
        at++;
        Node value = signed();
        depth--;
        return minus ? Node.of(Function.NEGATE, List.of(value)) : value;
    }

    private Node power() throws FormulaFault {
        Node base = primary();
        if (!next().is("^")) {
            return base;
        }
        descend(next());
        at++;
        Node exponent = signed();
        depth--;
        return Node.of(Function.RAISE, List.of(base, exponent));
    }

    private Node primary() throws FormulaFault {
        Token token = next();
        at++;
        return switch (token.kind()) {
            case NUMBER -> number(token);
            case NAME -> next().is("(") ? call(token) : variable(token);
            case SYMBOL -> {
                if (!token.is("(")) {
                    throw valueExpected(token);
                }
                yield inParentheses(token);
            }
            case END -> throw valueExpected(token);
        };
    }

    private Node inParentheses(Token open) throws FormulaFault {
        descend(open);
        Node inside = comparison();
        close(open);
        return inside;
    }

    private Node call(Token name) throws FormulaFault {
        Function function = Function.named(name.text()).orElseThrow(() -> notAFunction(name));
        Token open = next();
        at++;
        descend(open);
        List<Node> arguments = new ArrayList<>();
        if (!next().is(")")) {
            arguments.add(comparison());
            while (next().is(",")) {
                at++;
                arguments.add(comparison());
            }
        }
        close(open);
        String complaint = function.complaint(arguments.size());
        if (!complaint.isEmpty()) {
            throw new FormulaFault(name.column(), complaint);
        }
        return Node.of(function, arguments);
    }

    private void close(Token open) throws FormulaFault {
        if (!next().is(")")) {
            throw next().kind() == Token.Kind.END || next().is(",")
                    ? new FormulaFault(next().column(), "missing ) for the ( at column " + open.column())
                    : leftOver(next());
        }
        at++;
        depth--;
    }

    private Node variable(Token name) throws FormulaFault {
        if (name.text().equals(PI)) {
            return new Node.Constant(Math.PI);
        }
        Node found = variables.get(name.text());
        if (found != null) {
            used.add(name.text());
            return found;
        }
        if (Function.named(name.text()).isPresent()) {
            throw new FormulaFault(name.column() + name.text().length(),
                    "missing ( after the function " + name.text());
        }
        throw new FormulaFault(name.column(), "unknown name '" + name.text() + "'", name.text(),
                Stream.concat(variables.keySet().stream(), Stream.of(PI)).toList());
    }

    private static Node number(Token token) throws FormulaFault {
        double value = Double.parseDouble(token.text());
        if (Double.isInfinite(value)) {
            throw new FormulaFault(token.column(), "the number is too large");
        }
        return new Node.Constant(value);
    }

    private FormulaFault notAFunction(Token name) {
        return variables.containsKey(name.text()) || name.text().equals(PI)
                ? new FormulaFault(name.column() + name.text().length(),
                        name.text() + " is no function: write * before (")
                : new FormulaFault(name.column(), "unknown function '" + name.text() + "'", name.text(),
                        Function.names());
    }

    private FormulaFault valueExpected(Token found) {
        boolean doubled = found.is("*") && at >= 2 && tokens.get(at - 2).is("*");
        if (doubled) {
            return new FormulaFault(found.column() - 1, "a power is written ^, not **");
        }
        return new FormulaFault(found.column(), "number, name or ( expected"
                + (found.kind() == Token.Kind.END ? " at the end" : ", not '" + found.text() + "'"));
    }

    private static FormulaFault leftOver(Token found) {
        if (found.is(")")) {
            return new FormulaFault(found.column(), "')' has no ( before it");
        }
        return new FormulaFault(found.column(), found.is(",")
                ? "',' belongs between the arguments of a function"
                : "operator expected before '" + found.text() + "'");
    }

    private Token next() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }

    private @Nullable Function operator(Map<String, Function> level) {
        return next().kind() == Token.Kind.SYMBOL ? level.get(next().text()) : null;
    }

    private void descend(Token token) throws FormulaFault {
        depth++;
        if (depth > DEEPEST) {
            throw new FormulaFault(token.column(), "too deep: at most " + DEEPEST + " levels");
        }
    }

    /** Names that a variable cannot have. */
    static List<String> taken() {
        return Stream.concat(Arrays.stream(new String[]{PI}), Function.names().stream()).toList();
    }
}
