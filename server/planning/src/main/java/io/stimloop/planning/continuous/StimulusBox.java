package io.stimloop.planning.continuous;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * All stimuli of which each value lies on its own axis. A point of the box has one coordinate for each value.
 *
 * @param axes in the order of a stimulus's values, at least one; an immutable list
 */
public record StimulusBox(List<Axis> axes) {
    /** The stimulus at a point. */
    public double[] stimulus(double[] point) {
        double[] stimulus = new double[point.length];
        for (int d = 0; d < stimulus.length; d++) {
            stimulus[d] = axes.get(d).at(point[d]);
        }
        return stimulus;
    }

    /** The point of a stimulus; where it lies outside, the nearest along each axis. */
    double[] point(double[] stimulus) {
        double[] point = new double[stimulus.length];
        for (int d = 0; d < point.length; d++) {
            point[d] = axes.get(d).coordinate(stimulus[d]);
        }
        return point;
    }

    /** Whether every value of a stimulus lies on its axis. */
    boolean contains(double[] stimulus) {
        return IntStream.range(0, stimulus.length).allMatch(d -> axes.get(d).contains(stimulus[d]));
    }

    /** Which values are continuous, ascending. */
    public int[] continuous() {
        return IntStream.range(0, axes.size()).filter(d -> axes.get(d).continuous()).toArray();
    }

    /** A stimulus drawn uniformly over the coordinates. */
    double[] draw(UniformRandomProvider random) {
        return stimulus(random.doubles(axes.size()).toArray());
    }

    /**
     * Stimuli that are spread evenly. Of one continuous value: evenly spaced, ascending, with both ends, or once around a
     * turn. Of more: the first of the sequence of Sobol (1967, USSR Computational Mathematics and Mathematical Physics
     * 7(4); direction numbers of Joe and Kuo 2008) without its first point, which is a corner.
     *
     * @param count from 0
     */
    public double[][] spread(int count) {
        return Arrays.stream(points(count)).map(this::stimulus).toArray(double[][]::new);
    }

    double[][] points(int count) {
        double[][] points = new double[count][];
        if (axes.size() == 1) {
            double steps = axes.getFirst().turn() > 0 ? count : Math.max(1, count - 1);
            Arrays.setAll(points, i -> new double[]{i / steps});
        } else {
            SobolSequenceGenerator sobol = new SobolSequenceGenerator(axes.size());
            Arrays.setAll(points, i -> i == 0 ? sobol.skipTo(1) : sobol.nextVector());
        }
        return points;
    }

    /** The greatest distance of two points along a continuous axis; infinite where another value differs. */
    double apart(double[] a, double[] b) {
        double greatest = 0;
        for (int d = 0; d < a.length; d++) {
            Axis axis = axes.get(d);
            double straight = Math.abs(a[d] - b[d]);
            double wrapped = straight - Math.floor(straight);
            double distance = axis.turn() > 0 ? Math.min(wrapped, 1 - wrapped) : straight;
            if (!axis.continuous()) {
                distance = axis.at(a[d]) == axis.at(b[d]) ? 0 : Double.POSITIVE_INFINITY;
            }
            greatest = Math.max(greatest, distance);
        }
        return greatest;
    }
}
