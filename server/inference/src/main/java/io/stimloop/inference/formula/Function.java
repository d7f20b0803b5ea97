package io.stimloop.inference.formula;

import io.stimloop.numerics.special.NormalDistribution;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Operators and functions of the formula language. Whole arrays at a time; the result may not be an argument. */
enum Function {
    ADD("+", Elementwise::add),
    SUBTRACT("-", Elementwise::subtract),
    MULTIPLY("*", Elementwise::multiply),
    DIVIDE("/", Elementwise::divide),
    NEGATE("-", (x, n, out) -> Elementwise.each(x, n, out, a -> -a)),
    RAISE("^", (x, n, out) -> Elementwise.pairs(x, n, out, Elementwise::power)),
    LESS("<", (x, n, out) -> Elementwise.pairs(x, n, out, (a, b) -> a < b ? 1 : 0)),
    AT_MOST("<=", (x, n, out) -> Elementwise.pairs(x, n, out, (a, b) -> a <= b ? 1 : 0)),
    GREATER(">", (x, n, out) -> Elementwise.pairs(x, n, out, (a, b) -> a > b ? 1 : 0)),
    AT_LEAST(">=", (x, n, out) -> Elementwise.pairs(x, n, out, (a, b) -> a >= b ? 1 : 0)),
    EQUAL("==", (x, n, out) -> Elementwise.pairs(x, n, out, (a, b) -> a == b ? 1 : 0)),
    DIFFERENT("!=", (x, n, out) -> Elementwise.pairs(x, n, out, (a, b) -> a != b ? 1 : 0)),
    EXP("exp", 1, Elementwise::exp),
    LOG("log", 1, Elementwise::log),
    LOG10("log10", 1, (x, n, out) -> Elementwise.log(x, n, out, 0.43429448190325182765)),
    LOG2("log2", 1, (x, n, out) -> Elementwise.log(x, n, out, 1.44269504088896340736)),
    SQRT("sqrt", 1, (x, n, out) -> Elementwise.each(x, n, out, Math::sqrt)),
    ABS("abs", 1, (x, n, out) -> Elementwise.each(x, n, out, Math::abs)),
    SIN("sin", 1, (x, n, out) -> Elementwise.each(x, n, out, StrictMath::sin)),
    COS("cos", 1, (x, n, out) -> Elementwise.each(x, n, out, StrictMath::cos)),
    TAN("tan", 1, (x, n, out) -> Elementwise.each(x, n, out, StrictMath::tan)),
    TANH("tanh", 1, (x, n, out) -> Elementwise.each(x, n, out, StrictMath::tanh)),
    MIN("min", Function.MANY, (x, n, out) -> Elementwise.fold(x, n, out, Math::min)),
    MAX("max", Function.MANY, (x, n, out) -> Elementwise.fold(x, n, out, Math::max)),
    FLOOR("floor", 1, (x, n, out) -> Elementwise.each(x, n, out, Math::floor)),
    POW("pow", 2, (x, n, out) -> Elementwise.pairs(x, n, out, Elementwise::power)),
    LOGISTIC("logistic", 1, Elementwise::logistic),
    NORMCDF("normcdf", 1, (x, n, out) -> Elementwise.each(x, n, out, NormalDistribution::cdf)),
    SOFTPLUS("softplus", 1, Elementwise::softplus),
    RELU("relu", 1, (x, n, out) -> Elementwise.each(x, n, out, a -> Math.max(a, 0))),
    IF("if", 3, Elementwise::choose);

    /** As a number of arguments: two or more. */
    static final int MANY = -1;

    /** How it works on arrays: one per argument, of at least n elements. */
    interface Work {
        void apply(double[][] arguments, int n, double[] out);
    }

    private final String word;
    private final int arguments;
    @SuppressWarnings("ImmutableEnumChecker") // functions without a state
    private final Work work;

    /** An operator. */
    Function(String symbol, Work work) {
        this(symbol, 0, work);
    }

    Function(String word, int arguments, Work work) {
        this.word = word;
        this.arguments = arguments;
        this.work = work;
    }

    /** The function of a name. */
    static Optional<Function> named(String name) {
        return Arrays.stream(values()).filter(one -> one.arguments != 0 && one.word.equals(name)).findFirst();
    }

    /** Names of the functions. */
    static List<String> names() {
        return Arrays.stream(values()).filter(one -> one.arguments != 0).map(one -> one.word).toList();
    }

    /** The name, or the symbol. */
    String word() {
        return word;
    }

    /** What is wrong with a number of arguments of a function; empty when it is right. */
    String complaint(int given) {
        boolean right = arguments == MANY ? given >= 2 : given == arguments;
        String wanted = arguments == MANY
                ? "2 arguments or more"
                : arguments + (arguments == 1 ? " argument" : " arguments");
        return right ? "" : word + " takes " + wanted + ", not " + given;
    }

    /** {@code out[i] = f(arguments[0][i], ...)} for i below n. */
    void apply(double[][] values, int n, double[] out) {
        work.apply(values, n, out);
    }

    /** Of numbers. */
    double of(double... values) {
        double[][] arrays = Arrays.stream(values).mapToObj(value -> new double[]{value})
                .toArray(double[][]::new);
        double[] out = new double[1];
        work.apply(arrays, 1, out);
        return out[0];
    }
}
