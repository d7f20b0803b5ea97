package io.stimloop.inference.response;

import java.util.List;

/**
 * Shapes of a tuning curve {@code f(x) = baseline + amplitude * g(x)}. All are made of the bump
 * {@code v(d) = exp(-chord(d) / width^2)} of the difference d between stimulus and preferred stimulus.
 */
public enum Shape {
    /** {@code g(x) = exp(-(x - preferred)^2 / (2 width^2))}; the stimulus is not periodic. */
    GAUSSIAN {
        @Override
        double chord(double difference, double period) {
            return difference * difference / 2;
        }
    },
    /**
     * Von Mises: {@code g(x) = exp((cos(x - preferred) - 1) / width^2)}, angles as fractions of the period
     * turned into radians.
     */
    CIRCULAR_GAUSSIAN,
    /** Two lobes: {@code g(x) = v(x - preferred) + opposite * v(x - preferred - period / 2)}. */
    BIDIRECTIONAL;

    private static final List<String> ONE_LOBE = List.of("baseline", "amplitude", "preferred", "width");
    private static final List<String> TWO_LOBES = List.of("baseline", "amplitude", "preferred", "width",
            "opposite");

    /** Names of the shape's parameters, in the order of a model's axes. */
    public List<String> parameters() {
        return this == BIDIRECTIONAL ? TWO_LOBES : ONE_LOBE;
    }

    /** Whether the stimulus wraps around. */
    public boolean periodic() {
        return this != GAUSSIAN;
    }

    /**
     * Half the squared distance of two stimuli, in the unit of the width squared: along the line, or along
     * the chord of a circle, where it is {@code 1 - cos} of the angle, written so that it keeps its digits
     * when the angle is small.
     */
    double chord(double difference, double period) {
        double radius = period / (2 * Math.PI);
        double half = StrictMath.sin(Math.PI * (difference / period)) * radius;
        return 2 * half * half;
    }
}
