package io.stimloop.inference.points;

import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/** Points of two parameters, drawn at random, with weights that a test may change. */
final class FixedPoints implements WeightedPoints {
    private final double[][] parameters;
    private final double[] weights;
    private Place place = new Place();

    FixedPoints(int size, long seed) {
        UniformRandomProvider random = Streams.of(seed, size, 1);
        parameters = new double[2][size];
        weights = new double[size];
        for (int k = 0; k < size; k++) {
            parameters[0][k] = random.nextDouble(-2, 2);
            parameters[1][k] = random.nextDouble(0.5, 2);
            weights[k] = random.nextDouble();
        }
        normalise();
    }

    /** Multiplies the weights by a likelihood. */
    void multiply(double[] likelihood) {
        for (int k = 0; k < weights.length; k++) {
            weights[k] *= likelihood[k];
        }
        normalise();
    }

    /** Moves all points by so much. */
    void shift(double by) {
        for (int k = 0; k < weights.length; k++) {
            parameters[0][k] += by;
        }
        place = new Place();
    }

    private void normalise() {
        double sum = Arrays.stream(weights).sum();
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sum;
        }
    }

    @Override
    public int size() {
        return weights.length;
    }

    @Override
    public double[][] parameters() {
        return parameters;
    }

    @Override
    public double[] weights() {
        return weights;
    }

    @Override
    public Place place() {
        return place;
    }
}
