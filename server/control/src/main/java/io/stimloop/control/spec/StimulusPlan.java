package io.stimloop.control.spec;

import io.stimloop.control.safety.LightLimits;
import io.stimloop.planning.continuous.StimulusBox;
import io.stimloop.planning.movement.MovementLimits;
import java.util.List;
import java.util.Optional;

/**
 * What can be presented.
 *
 * @param dimensions in the order of a stimulus's values; those at fault have no values
 * @param candidates the stimuli to choose from, one row each; not to be modified; empty when something was at fault
 * @param maxNorm    the greatest Euclidean length of a stimulus; infinite where there is no such bound
 * @param pattern    which patterns of light over targets there are; empty where a stimulus is none
 */
public record StimulusPlan(List<StimulusDimension> dimensions, double[][] candidates, double maxNorm,
        Optional<PatternPlan> pattern) {
    /** Rounding may make a stimulus longer than allowed by this fraction. */
    private static final double ROUNDING = 1e-9;

    /** Whether a stimulus is one vector of bounded length. */
    public boolean vector() {
        return maxNorm < Double.POSITIVE_INFINITY;
    }

    /** Whether a stimulus gives light power to targets. */
    public boolean targets() {
        return pattern.isPresent();
    }

    /** Whether a value may be any between two. */
    public boolean continuous() {
        return dimensions.stream().anyMatch(StimulusDimension::continuous);
    }

    /** All stimuli there are, where some value may be any between two. */
    public StimulusBox box() {
        return new StimulusBox(dimensions.stream().map(StimulusDimension::axis).toList());
    }

    /** How far the values may move from one trial to the next. */
    public MovementLimits limits() {
        return new MovementLimits(dimensions.stream().mapToDouble(StimulusDimension::maxStep).toArray(),
                dimensions.stream().mapToDouble(StimulusDimension::period).toArray());
    }

    /** Most values other than 0 of a stimulus. */
    public int mostOn() {
        return light().mostOn();
    }

    /** What no pattern of light may exceed. */
    public LightLimits light() {
        return pattern.map(PatternPlan::limits).orElse(LightLimits.NONE);
    }

    /**
     * How many levels each dimension has, where the candidates are all combinations of the dimensions' values; else the
     * number of candidates.
     */
    public int[] levels() {
        return vector() || targets() || continuous()
                ? new int[]{candidates.length}
                : dimensions.stream().mapToInt(dimension -> dimension.values().length).toArray();
    }

    /** The same where no target must rest. */
    StimulusPlan restless() {
        return new StimulusPlan(dimensions, candidates, maxNorm, pattern.map(PatternPlan::restless));
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
            Optional.empty());
}
