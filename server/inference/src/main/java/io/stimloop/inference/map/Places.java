package io.stimloop.inference.map;

import java.util.Arrays;

/** The coordinates of stimuli, coordinate by coordinate; grows at the end. Not thread safe while it grows. */
final class Places {
    private static final int FIRST_CAPACITY = 16;

    private final Geometry geometry;
    private final double[] one;
    private double[][] columns;
    private int count;

    Places(Geometry geometry) {
        this.geometry = geometry;
        this.one = new double[geometry.coordinates()];
        this.columns = new double[geometry.coordinates()][FIRST_CAPACITY];
    }

    static Places of(Geometry geometry, double[][] stimuli) {
        Places places = new Places(geometry);
        for (double[] stimulus : stimuli) {
            places.add(stimulus);
        }
        return places;
    }

    Places copy() {
        Places copy = new Places(geometry);
        copy.columns = Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
        copy.count = count;
        return copy;
    }

    static long bytes(Geometry geometry, long count) {
        return (long) Double.BYTES * geometry.coordinates() * (count + count / 2 + FIRST_CAPACITY);
    }

    Geometry geometry() {
        return geometry;
    }

    int count() {
        return count;
    }

    void add(double[] stimulus) {
        if (count == columns[0].length) {
            columns = Arrays.stream(columns).map(column -> Arrays.copyOf(column, count + count / 2 + 1))
                    .toArray(double[][]::new);
        }
        geometry.locate(stimulus, one);
        for (int q = 0; q < one.length; q++) {
            columns[q][count] = one[q];
        }
        count++;
    }

    /** The coordinates of a place. */
    void coordinates(int place, double[] out) {
        for (int q = 0; q < columns.length; q++) {
            out[q] = columns[q][place];
        }
    }

    /** {@code out[i] = -1/2 sum_q weights[q] (difference in coordinate q)^2} between the first places and a point. */
    void exponents(double[] weights, double[] point, int n, double[] out) {
        Arrays.fill(out, 0, n, 0);
        for (int q = 0; q < columns.length; q++) {
            if (weights[q] != 0) {
                addExponents(columns[q], point[q], -0.5 * weights[q], n, out);
            }
        }
    }

    private static void addExponents(double[] column, double value, double factor, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            double difference = column[i] - value;
            out[i] += factor * difference * difference;
        }
    }
}
