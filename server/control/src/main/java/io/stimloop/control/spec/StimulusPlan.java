package io.stimloop.control.spec;

import java.util.List;

/**
 * What can be presented.
 *
 * @param dimensions in the order of a stimulus's values; those at fault have no values
 * @param candidates the stimuli to choose from, one row each; not to be modified; empty when something was at fault
 * @param maxNorm    the greatest Euclidean length of a stimulus; infinite where there is no such bound
 */
public record StimulusPlan(List<StimulusDimension> dimensions, double[][] candidates, double maxNorm) {
    /** What stands for a stimulus that could not be read. */
    static final StimulusPlan NONE = new StimulusPlan(List.of(), new double[0][], Double.POSITIVE_INFINITY);
}
