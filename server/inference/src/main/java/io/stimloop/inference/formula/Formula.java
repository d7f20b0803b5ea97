package io.stimloop.inference.formula;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;

/**
 * A formula over the values of a stimulus and the parameters of a model: + - * / ^ ( ), numbers, pi, comparisons (1
 * or 0), and the functions that {@link #functions} names. Read once, evaluated for many parameter values at a time.
 * Immutable; may be used from any thread.
 */
public final class Formula {
    /** Longest text, in characters. */
    public static final int LONGEST = 1000;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

    /** Threads at once for which working memory is kept; further ones make their own each time. */
    private static final int KEPT = 4;

    private final Set<String> names;
    private final Program program;
    private final AtomicReferenceArray<Scratch> kept = new AtomicReferenceArray<>(KEPT);

    private Formula(Set<String> names, Program program) {
        this.names = names;
        this.program = program;
    }

    /**
     * Reads a formula.
     *
     * @param stimulus   names of the stimulus values, in their order
     * @param parameters names of the parameters, in their order; for all names see {@link #nameComplaint}
     * @throws FormulaFault when the text is no formula over these names
     */
    public static Formula parse(String text, List<String> stimulus, List<String> parameters)
            throws FormulaFault {
        if (text.length() > LONGEST) {
            throw new FormulaFault(LONGEST + 1,
                    "has " + text.length() + " characters: at most " + LONGEST);
        }
        Map<String, Node> variables = new LinkedHashMap<>();
        for (int i = 0; i < stimulus.size(); i++) {
            variables.put(stimulus.get(i), new Node.Stimulus(i));
        }
        for (int i = 0; i < parameters.size(); i++) {
            variables.put(parameters.get(i), new Node.Parameter(i));
        }
        Set<String> used = new LinkedHashSet<>();
        Node tree = new Parser(Tokens.of(text), variables, used).read();
        return new Formula(used, Compiler.compile(tree));
    }

    /** A number. */
    static Formula constant(double value) {
        return new Formula(Set.of(), Compiler.compile(new Node.Constant(value)));
    }

    /** What is wrong with a name as that of a variable of a formula; empty when nothing is. */
    public static String nameComplaint(String name) {
        if (!NAME.matcher(name).matches()) {
            return "must be 1 to 64 letters, digits and _, not a digit first, to stand in a formula";
        }
        return Parser.taken().contains(name)
                ? "is " + (name.equals(Parser.PI) ? "a number" : "a function") + " of the formula language"
                : "";
    }

    /** Names of the functions. */
    public static List<String> functions() {
        return Function.names();
    }

    /** Names of the stimulus values and parameters that occur in it. */
    public Set<String> names() {
        return Set.copyOf(names);
    }

    /**
     * Evaluates it at n points. NaN where it has no value, infinite where it leaves the range of a double.
     *
     * @param stimulus   one value per name of the stimulus
     * @param parameters one array per parameter, of at least n elements; not modified
     * @param out        receives n results
     */
    public void evaluate(double[] stimulus, double[][] parameters, int n, double[] out) {
        Scratch scratch = take();
        scratch.run(stimulus, parameters, n, out);
        keep(scratch);
    }

    private Scratch take() {
        for (int i = 0; i < KEPT; i++) {
            Scratch found = kept.getAndSet(i, null);
            if (found != null) {
                return found;
            }
        }
        return new Scratch(program);
    }

    private void keep(Scratch scratch) {
        for (int i = 0; i < KEPT; i++) {
            if (kept.compareAndSet(i, null, scratch)) {
                return;
            }
        }
    }
}
