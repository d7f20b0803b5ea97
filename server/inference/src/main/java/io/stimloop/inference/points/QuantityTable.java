package io.stimloop.inference.points;

import io.stimloop.inference.belief.Quantity;
import java.util.ArrayList;
import java.util.List;

/**
 * The quantities of a question as functions over the points, each to be multiplied by the square root of what its
 * variance counts. A parameter that wraps around is two, its coordinates on a circle; the expected response of a choice
 * among several is one for each alternative.
 */
final class QuantityTable {
    private static final Place NOWHERE = new Place();

    private final PointModel model;
    private final ParameterScale scale;
    private final int size;
    private final List<Quantity> quantities;
    private final double[] factors;
    private final double[][] values;
    private Place place = NOWHERE;

    QuantityTable(PointModel model, ParameterScale scale, WeightedPoints points, List<Quantity> quantities) {
        this(model, scale, points.size(), quantities);
    }

    private QuantityTable(PointModel model, ParameterScale scale, int size, List<Quantity> quantities) {
        this.model = model;
        this.scale = scale;
        this.size = size;
        this.quantities = quantities;
        List<Double> found = new ArrayList<>();
        for (Quantity quantity : quantities) {
            for (int i = 0; i < functions(model, scale, quantity); i++) {
                found.add(factor(quantity));
            }
        }
        this.factors = found.stream().mapToDouble(Double::doubleValue).toArray();
        this.values = new double[factors.length][];
    }

    /** The same for points that may stand elsewhere. */
    QuantityTable over(WeightedPoints points) {
        return place == points.place() ? this : new QuantityTable(model, scale, size, quantities);
    }

    /** Number of functions that the quantities come to. */
    static int count(PointModel model, ParameterScale scale, List<Quantity> quantities) {
        return quantities.stream().mapToInt(quantity -> functions(model, scale, quantity)).sum();
    }

    private static int functions(PointModel model, ParameterScale scale, Quantity quantity) {
        return switch (quantity) {
            case Quantity.Parameter parameter -> {
                int p = index(model, parameter);
                yield scale.priorVariances()[p] == 0
                        ? 0
                        : ParameterScale.periodic(scale.periods()[p]) ? 2 : 1;
            }
            case Quantity.Expectation _ -> alternatives(model);
        };
    }

    private static int alternatives(PointModel model) {
        return model.family() == PointFamily.CHOICE && model.columns() > 2 ? model.columns() : 1;
    }

    private static int index(PointModel model, Quantity.Parameter parameter) {
        int p = model.parameterNames().indexOf(parameter.name());
        if (p < 0) {
            throw new IllegalArgumentException(
                    parameter.name() + ": is no parameter; known are " + model.parameterNames());
        }
        return p;
    }

    private double factor(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Parameter parameter ->
                Math.sqrt(parameter.weight() / scale.priorVariances()[index(model, parameter)]);
            case Quantity.Expectation expectation -> Math.sqrt(expectation.weight());
        };
    }

    /** Number of functions. */
    int count() {
        return factors.length;
    }

    /** What function j is to be multiplied by. */
    double factor(int j) {
        return factors[j];
    }

    /** Function j over the points. Not to be modified. */
    double[] values(int j) {
        return values[j];
    }

    /** Takes up where the points stand now. */
    void follow(WeightedPoints points) {
        if (place == points.place()) {
            return;
        }
        double[][] columns = new double[PointColumns.count(model)][size];
        int at = 0;
        for (Quantity quantity : quantities) {
            at = switch (quantity) {
                case Quantity.Parameter parameter -> parameter(index(model, parameter), points, at);
                case Quantity.Expectation expectation -> expectation(expectation, points, columns, at);
            };
        }
        place = points.place();
    }

    private int parameter(int p, WeightedPoints points, int at) {
        double[] parameter = points.parameters()[p];
        if (scale.priorVariances()[p] == 0) {
            return at;
        }
        if (!ParameterScale.periodic(scale.periods()[p])) {
            values[at] = parameter;
            return at + 1;
        }
        values[at] = new double[size];
        values[at + 1] = new double[size];
        ParameterScale.onCircle(parameter, size, scale.periods()[p], values[at], values[at + 1]);
        return at + 2;
    }

    private int expectation(Quantity.Expectation expectation, WeightedPoints points, double[][] columns,
            int at) {
        PointColumns.evaluate(model, expectation.stimulus(), points.parameters(), size, columns);
        for (int i = 0; i < alternatives(model); i++) {
            values[at + i] = columns[PointColumns.expected(model, i)].clone();
        }
        return at + alternatives(model);
    }
}
