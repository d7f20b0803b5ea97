package io.stimloop.inference.response;

import io.stimloop.numerics.kernel.Elementary;
import java.util.ArrayList;
import java.util.List;

/**
 * A spike count whose expectation is a tuning curve of one stimulus dimension, with a grid over what is not
 * known about it.
 *
 * @param shape        of the curve
 * @param period       length of one turn of the stimulus, in its unit; NaN where the shape is not periodic
 * @param axes         one for each of {@link Shape#parameters()}, in that order, then "dispersion" for
 *                     negative-binomial noise
 * @param noise        how counts scatter about the curve
 * @param countCeiling counts at or above it are the one observation "at least this many"; 0 for none
 */
public record TuningCurve(Shape shape, double period, List<ParameterAxis> axes, NoiseFamily noise,
        int countCeiling) {
    /** The least dispersion; below it the noise cannot be told from Poisson noise. */
    public static final double LEAST_DISPERSION = 1e-6;

    private static final String DISPERSION = "dispersion";

    /** @throws IllegalArgumentException naming the field and the value that is wrong */
    public TuningCurve {
        axes = List.copyOf(axes);
        checkNames(shape, noise, axes);
        if (shape.periodic() ? !(period > 0) || Double.isInfinite(period) : !Double.isNaN(period)) {
            throw new IllegalArgumentException("period: " + period + " must be "
                    + (shape.periodic() ? "above 0 and finite" : "left out (NaN)") + " for " + shape);
        }
        if (countCeiling < 0) {
            throw new IllegalArgumentException("countCeiling: " + countCeiling + " must be 0 (none) or more");
        }
        checkLeast(axes, "baseline", 0);
        checkLeast(axes, "amplitude", 0);
        checkLeast(axes, "width", Double.MIN_NORMAL);
        checkLeast(axes, "opposite", 0);
        checkLeast(axes, DISPERSION, LEAST_DISPERSION);
    }

    /** The same model over other axes of the same parameters. */
    public TuningCurve over(List<ParameterAxis> others) {
        return new TuningCurve(shape, period, others, noise, countCeiling);
    }

    /** The axis of a parameter the shape has. */
    public ParameterAxis axis(String name) {
        return axes.stream().filter(axis -> axis.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + ": no parameter of " + shape));
    }

    /** The values that the dispersion may have; the one value 0 stands for Poisson noise. */
    public double[] dispersions() {
        return noise == NoiseFamily.POISSON ? new double[1] : axis(DISPERSION).values();
    }

    /** Which counts it can give. */
    public CountRange counts() {
        return new CountRange(dispersions(), countCeiling, highestRate());
    }

    /** Names of the parameters that g depends on, in the order in which {@link #profile} runs through them. */
    public List<String> profileParameters() {
        return shape.parameters().subList(2, shape.parameters().size());
    }

    /** Number of combinations of the {@link #profileParameters()}. */
    public int profileSize() {
        return profileParameters().stream().mapToInt(name -> axis(name).size()).reduce(1,
                Math::multiplyExact);
    }

    /**
     * The curve without baseline and amplitude, g(x), for every combination of the parameters it depends
     * on, the last of them varying fastest.
     *
     * @param stimulus x
     * @param out      receives g, from index {@code from} on
     */
    public void profile(double stimulus, double[] out, int from) {
        double[] opposites = shape == Shape.BIDIRECTIONAL ? axis("opposite").values() : new double[1];
        double[] widths = axis("width").values();
        int at = from;
        for (double preferred : axis("preferred").values()) {
            double difference = stimulus - preferred;
            double near = shape.chord(difference, period);
            double far = shape == Shape.BIDIRECTIONAL ? shape.chord(difference - period / 2, period) : 0;
            for (double width : widths) {
                double lobe = bump(near, width);
                double otherLobe = bump(far, width);
                for (double opposite : opposites) {
                    out[at] = lobe + opposite * otherLobe;
                    at++;
                }
            }
        }
    }

    /** The least expected count of all parameters and stimuli. */
    public double lowestRate() {
        return axis("baseline").first();
    }

    /** The greatest expected count of all parameters and stimuli. */
    public double highestRate() {
        return axis("baseline").last() + axis("amplitude").last() * highestGain();
    }

    /** The greatest g: at the peak of a lobe, with what the other lobe adds there. */
    public double highestGain() {
        if (shape != Shape.BIDIRECTIONAL) {
            return 1;
        }
        double overlap = bump(shape.chord(period / 2, period), axis("width").last());
        double opposite = axis("opposite").last();
        return Math.max(1 + opposite * overlap, opposite + overlap);
    }

    private static double bump(double chord, double width) {
        return Elementary.exp(-chord / (width * width));
    }

    private static void checkNames(Shape shape, NoiseFamily noise, List<ParameterAxis> axes) {
        List<String> wanted = new ArrayList<>(shape.parameters());
        if (noise == NoiseFamily.NEGATIVE_BINOMIAL) {
            wanted.add(DISPERSION);
        }
        List<String> found = axes.stream().map(ParameterAxis::name).toList();
        if (!found.equals(wanted)) {
            throw new IllegalArgumentException("axes: " + found + " must be " + wanted);
        }
    }

    private static void checkLeast(List<ParameterAxis> axes, String name, double least) {
        for (ParameterAxis axis : axes) {
            if (axis.name().equals(name) && axis.first() < least) {
                throw new IllegalArgumentException(
                        name + ".values[0]: " + axis.first() + " must be at least " + least);
            }
        }
    }
}
