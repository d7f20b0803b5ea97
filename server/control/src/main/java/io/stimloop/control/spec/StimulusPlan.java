package io.stimloop.control.spec;

import io.stimloop.planning.movement.MovementLimits;
import java.util.Arrays;
import java.util.List;

/**
 * What can be presented.
 *
 * @param dimensions in the order of a stimulus's values; those at fault have no values
 * @param candidates the stimuli to choose from, one row each; not to be modified; empty when something was at fault
 * @param maxNorm    the greatest Euclidean length of a stimulus; infinite where there is no such bound
 * @param mostOn     most values other than 0 of a stimulus; {@link #UNBOUNDED} where there is no such bound
 */
public record StimulusPlan(List<StimulusDimension> dimensions, double[][] candidates, double maxNorm,
        int mostOn) {
    /** As many values other than 0 as there are. */
    static final int UNBOUNDED = Integer.MAX_VALUE;

    /** Rounding may make a stimulus longer than allowed by this fraction. */
    private static final double ROUNDING = 1e-9;

    /** Whether a stimulus is one vector of bounded length. */
    public boolean vector() {
        return maxNorm < Double.POSITIVE_INFINITY;
    }

    /** Whether a stimulus gives light power to targets. */
    public boolean targets() {
        return mostOn < UNBOUNDED;
    }

    /** How far the values may move from one trial to the next. */
    public MovementLimits limits() {
        return new MovementLimits(dimensions.stream().mapToDouble(StimulusDimension::maxStep).toArray(),
                dimensions.stream().mapToDouble(StimulusDimension::period).toArray());
    }

    /** How many values are not 0. */
    static int on(double[] stimulus) {
        return (int) Arrays.stream(stimulus).filter(value -> value != 0).count();
    }

    /** Whether a length is allowed, rounding aside. */
    boolean admits(double norm) {
        return norm <= maxNorm * (1 + ROUNDING);
    }

    /** Euclidean length of a stimulus. */
    static double norm(double[] stimulus) {
        double sum = 0;
        for (double value : stimulus) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    /** What stands for a stimulus that could not be read. */
    static final StimulusPlan NONE = new StimulusPlan(List.of(), new double[0][], Double.POSITIVE_INFINITY,
            UNBOUNDED);
}
