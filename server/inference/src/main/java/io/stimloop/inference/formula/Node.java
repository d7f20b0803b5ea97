package io.stimloop.inference.formula;

import java.util.List;

/** A formula as a tree. */
sealed interface Node {
    /** A number. */
    record Constant(double value) implements Node {}

    /** A value of the stimulus. */
    record Stimulus(int index) implements Node {}

    /** A parameter. */
    record Parameter(int index) implements Node {}

    /** A function of other formulas. */
    record Apply(Function function, List<Node> arguments) implements Node {}

    /** A function of formulas; where these are all numbers, the number that comes of it. */
    static Node of(Function function, List<Node> arguments) {
        double[] values = new double[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            if (!(arguments.get(i) instanceof Constant constant)) {
                return new Apply(function, List.copyOf(arguments));
            }
            values[i] = constant.value;
        }
        return new Constant(function.of(values));
    }

    /** Whether it depends on parameters. */
    default boolean varies() {
        return switch (this) {
            case Constant constant -> false;
            case Stimulus stimulus -> false;
            case Parameter parameter -> true;
            case Apply apply -> apply.arguments.stream().anyMatch(Node::varies);
        };
    }
}
