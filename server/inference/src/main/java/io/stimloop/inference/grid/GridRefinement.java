package io.stimloop.inference.grid;

import io.stimloop.inference.belief.BeliefState;
import java.util.ArrayList;
import java.util.List;

/**
 * That a grid was laid anew.
 *
 * @param trial  after which
 * @param ranges of the new grid, one per parameter
 */
record GridRefinement(long trial, List<AxisRange> ranges) {
    /** As numbers: of each the trial, then where the range of each parameter begins and ends. */
    static double[] write(List<GridRefinement> refinements) {
        List<Double> numbers = new ArrayList<>();
        for (GridRefinement refinement : refinements) {
            numbers.add((double) refinement.trial);
            for (AxisRange range : refinement.ranges) {
                numbers.add(range.low());
                numbers.add(range.high());
            }
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * Those of a state.
     *
     * @throws IllegalArgumentException naming the array when it does not fit
     */
    static List<GridRefinement> read(BeliefState state, String name, int parameters) {
        double[] found = state.arrays().get(name);
        double[] numbers = state.array(name, found == null ? 0 : found.length);
        int width = 1 + 2 * parameters;
        if (numbers.length % width != 0) {
            throw new IllegalArgumentException(
                    name + ": has " + numbers.length + " numbers; this model needs a multiple of " + width);
        }
        List<GridRefinement> refinements = new ArrayList<>();
        for (int at = 0; at < numbers.length; at += width) {
            List<AxisRange> ranges = new ArrayList<>();
            for (int p = 0; p < parameters; p++) {
                ranges.add(new AxisRange(numbers[at + 1 + 2 * p], numbers[at + 2 + 2 * p]));
            }
            refinements.add(new GridRefinement((long) numbers[at], List.copyOf(ranges)));
        }
        return refinements;
    }
}
