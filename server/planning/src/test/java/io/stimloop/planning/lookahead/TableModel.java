package io.stimloop.planning.lookahead;

import io.stimloop.inference.grid.PointGridSource;
import io.stimloop.inference.points.PointFamily;
import io.stimloop.inference.points.PointModel;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.Priors;
import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A choice whose probabilities are a table over hypotheses 0, 1, ... and stimuli 0, 1, ...
 *
 * @param table by stimulus, alternative and hypothesis
 */
record TableModel(double[][][] table) implements PointModel {
    /** Yes or no. */
    static TableModel binary(double[]... yes) {
        return new TableModel(Arrays.stream(yes)
                .map(row -> new double[][]{Arrays.stream(row).map(p -> 1 - p).toArray(), row})
                .toArray(double[][][]::new));
    }

    /** Drawn at random; some of the probabilities are 0. */
    static TableModel random(int stimuli, int alternatives, int hypotheses, long seed) {
        UniformRandomProvider random = Streams.of(seed, stimuli, alternatives);
        double[][][] table = new double[stimuli][alternatives][hypotheses];
        for (double[][] stimulus : table) {
            for (int h = 0; h < hypotheses; h++) {
                double sum = 0;
                for (double[] alternative : stimulus) {
                    double weight = Math.max(0, random.nextDouble() - 0.3);
                    alternative[h] = weight * weight * weight;
                    sum += alternative[h];
                }
                for (double[] alternative : stimulus) {
                    alternative[h] = sum > 0 ? alternative[h] / sum : 1.0 / alternatives;
                }
            }
        }
        return new TableModel(table);
    }

    PointGridSource source() {
        double[] values = IntStream.range(0, hypotheses()).asDoubleStream().toArray();
        return new PointGridSource(this, List.of(new ParameterAxis("h", values, Priors.flat(values.length))),
                new double[]{Double.NaN});
    }

    double[][] candidates() {
        return IntStream.range(0, table.length).mapToObj(i -> new double[]{i}).toArray(double[][]::new);
    }

    int hypotheses() {
        return table[0][0].length;
    }

    @Override
    public PointFamily family() {
        return PointFamily.CHOICE;
    }

    @Override
    public int columns() {
        return table[0].length;
    }

    @Override
    public List<String> parameterNames() {
        return List.of("h");
    }

    @Override
    public String kind() {
        return "table";
    }

    @Override
    public void evaluate(double[] stimulus, double[][] parameters, int n, double[][] out) {
        for (int alternative = 0; alternative < columns(); alternative++) {
            for (int k = 0; k < n; k++) {
                out[alternative][k] = table[(int) stimulus[0]][alternative][(int) parameters[0][k]];
            }
        }
    }
}
