package io.stimloop.inference.points;

import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.response.CountNoise;
import io.stimloop.numerics.kernel.Elementary;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** A cell or a subject that obeys a model with known parameters; not thread safe. */
public final class PointTruth implements Truth {
    private static final double MOST_RATE = 1e8;

    private final PointModel model;
    private final double[] values;
    private final double[][] parameters;
    private final double[][] columns;

    /**
     * With these parameters.
     *
     * @param values in the order of the model's parameters; copied
     */
    public PointTruth(PointModel model, double[] values) {
        this.model = model;
        this.values = values.clone();
        this.parameters = new double[values.length][1];
        for (int p = 0; p < values.length; p++) {
            parameters[p][0] = values[p];
        }
        this.columns = new double[PointColumns.count(model)][1];
    }

    /**
     * With parameters by name.
     *
     * @throws IllegalArgumentException naming the parameter that is missing, unknown or not finite
     */
    public static PointTruth of(PointModel model, Map<String, Double> parameters) {
        return new PointTruth(model, inOrder(model.parameterNames(), parameters));
    }

    /**
     * The values of parameters in the order of their names.
     *
     * @throws IllegalArgumentException naming the parameter that is missing, unknown or not finite
     */
    public static double[] inOrder(List<String> names, Map<String, Double> parameters) {
        for (String name : parameters.keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(name + ": is no parameter; known are " + names);
            }
        }
        return names.stream().mapToDouble(name -> {
            Double value = parameters.get(name);
            if (value == null) {
                throw new IllegalArgumentException(name + ": is missing");
            }
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(name + ": " + value + " must be finite");
            }
            return value;
        }).toArray();
    }

    @Override
    public double[] parameters(int unit) {
        return values.clone();
    }

    /** The expected response; of a choice among three or more alternatives the probability of the first. */
    @Override
    public double expected(int unit, double[] stimulus) {
        PointColumns.evaluate(model, stimulus, parameters, 1, columns);
        return columns[PointColumns.expected(model, unit)][0];
    }

    @Override
    public void respond(double[] stimulus, UniformRandomProvider random, double[] response) {
        PointColumns.evaluate(model, stimulus, parameters, 1, columns);
        response[0] = switch (model.family()) {
            case COUNT -> new CountNoise(columns[1][0]).draw(Math.min(columns[0][0], MOST_RATE), random);
            case BINARY -> random.nextDouble() < columns[0][0] ? 1 : 0;
            case CHOICE -> choice(random.nextDouble());
            case NORMAL -> normal(random);
            case LOG_NORMAL -> Elementary.exp(normal(random));
        };
    }

    private int choice(double uniform) {
        double left = uniform;
        int alternative = 0;
        while (alternative < model.columns() - 1 && left >= columns[alternative][0]) {
            left -= columns[alternative][0];
            alternative++;
        }
        return alternative;
    }

    private double normal(UniformRandomProvider random) {
        return columns[0][0] + columns[1][0] * ZigguratSampler.NormalizedGaussian.of(random).sample();
    }
}
