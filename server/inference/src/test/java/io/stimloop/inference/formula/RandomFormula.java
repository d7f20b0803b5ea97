package io.stimloop.inference.formula;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A random formula that can write itself down, with all parentheses, and work itself out with nothing but
 * {@link StrictMath}: what the compiled evaluation is compared with.
 */
final class RandomFormula {
    private static final List<String> FUNCTIONS = List.of("exp", "log", "log10", "log2", "sqrt", "abs", "sin",
            "cos",
            "tan", "tanh", "floor", "logistic", "softplus", "relu", "min", "max", "pow", "if");
    private static final List<String> OPERATORS = List.of("+", "-", "*", "/", "^", "<", "<=", ">", ">=", "==",
            "!=",
            "+", "-", "*", "/", "+", "*");

    private final String head;
    private final RandomFormula[] arguments;
    /** From -1 to 1: in which direction its result is disturbed. */
    private final double leaning;

    RandomFormula(UniformRandomProvider random, List<String> names, int depth) {
        this.leaning = random.nextDouble(-1, 1);
        int kind = depth == 0 ? 0 : random.nextInt(1, 4);
        if (kind == 0 || random.nextInt(6) == 0) {
            head = random.nextInt(3) == 0
                    ? Double.toString(random.nextInt(1, 40) / 8.0)
                    : names.get(random.nextInt(names.size()));
            arguments = new RandomFormula[0];
            return;
        }
        head = kind == 1
                ? FUNCTIONS.get(random.nextInt(FUNCTIONS.size()))
                : OPERATORS.get(random.nextInt(OPERATORS.size()));
        arguments = new RandomFormula[count(random)];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = new RandomFormula(random, names, depth - 1);
        }
    }

    private int count(UniformRandomProvider random) {
        return switch (head) {
            case "if" -> 3;
            case "min", "max" -> random.nextInt(2, 5);
            case "-" -> random.nextInt(1, 3);
            case "pow" -> 2;
            default -> OPERATORS.contains(head) ? 2 : 1;
        };
    }

    /** As text. */
    String text() {
        if (arguments.length == 0) {
            return head;
        }
        if (OPERATORS.contains(head)) {
            return arguments.length == 1
                    ? "(-" + arguments[0].text() + ")"
                    : "(" + arguments[0].text() + " " + head + " " + arguments[1].text() + ")";
        }
        StringBuilder list = new StringBuilder(head + "(" + arguments[0].text());
        for (int i = 1; i < arguments.length; i++) {
            list.append(", ").append(arguments[i].text());
        }
        return list.append(")").toString();
    }

    /**
     * Its value.
     *
     * @param disturbance relative, of every result on the way
     */
    double value(ToDoubleFunction<String> names, double disturbance) {
        double[] a = new double[arguments.length];
        for (int i = 0; i < a.length; i++) {
            a[i] = arguments[i].value(names, disturbance);
        }
        if (a.length == 0) {
            return Character.isDigit(head.charAt(0)) ? Double.parseDouble(head) : names.applyAsDouble(head);
        }
        return applied(a) * (1 + leaning * disturbance);
    }

    private double applied(double[] a) {
        return switch (head) {
            case "+" -> a[0] + a[1];
            case "-" -> a.length == 1 ? -a[0] : a[0] - a[1];
            case "*" -> a[0] * a[1];
            case "/" -> a[0] / a[1];
            case "^", "pow" -> StrictMath.pow(a[0], a[1]);
            case "<" -> a[0] < a[1] ? 1 : 0;
            case "<=" -> a[0] <= a[1] ? 1 : 0;
            case ">" -> a[0] > a[1] ? 1 : 0;
            case ">=" -> a[0] >= a[1] ? 1 : 0;
            case "==" -> a[0] == a[1] ? 1 : 0;
            case "!=" -> a[0] != a[1] ? 1 : 0;
            case "exp" -> StrictMath.exp(a[0]);
            case "log" -> StrictMath.log(a[0]);
            case "log10" -> StrictMath.log10(a[0]);
            case "log2" -> StrictMath.log(a[0]) / StrictMath.log(2);
            case "sqrt" -> StrictMath.sqrt(a[0]);
            case "abs" -> StrictMath.abs(a[0]);
            case "sin" -> StrictMath.sin(a[0]);
            case "cos" -> StrictMath.cos(a[0]);
            case "tan" -> StrictMath.tan(a[0]);
            case "tanh" -> StrictMath.tanh(a[0]);
            case "floor" -> StrictMath.floor(a[0]);
            case "logistic" -> 1 / (1 + StrictMath.exp(-a[0]));
            case "softplus" ->
                a[0] > 0
                        ? a[0] + StrictMath.log1p(StrictMath.exp(-a[0]))
                        : StrictMath.log1p(StrictMath.exp(a[0]));
            case "relu" -> StrictMath.max(a[0], 0);
            case "if" -> Double.isNaN(a[0]) ? Double.NaN : a[0] != 0 ? a[1] : a[2];
            case "min" -> Arrays.stream(a).reduce(StrictMath::min).orElseThrow();
            case "max" -> Arrays.stream(a).reduce(StrictMath::max).orElseThrow();
            default -> throw new AssertionError(head);
        };
    }
}
