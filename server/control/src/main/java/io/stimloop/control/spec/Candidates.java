package io.stimloop.control.spec;

import java.util.List;

/** The stimuli that a search may choose from. */
final class Candidates {
    private Candidates() {}

    /** How many combinations of the dimensions' values there are; at most 100,000 in a spec without faults. */
    static double count(List<StimulusDimension> dimensions) {
        return dimensions.stream().mapToDouble(dimension -> dimension.values().length).reduce(1,
                (a, b) -> a * b);
    }

    /** Every combination of the dimensions' values, one row each, the first dimension slowest. */
    static double[][] all(List<StimulusDimension> dimensions) {
        double[][] rows = new double[(int) count(dimensions)][dimensions.size()];
        int repeats = rows.length;
        for (int d = 0; d < dimensions.size(); d++) {
            double[] values = dimensions.get(d).values();
            repeats /= values.length;
            for (int row = 0; row < rows.length; row++) {
                rows[row][d] = values[row / repeats % values.length];
            }
        }
        return rows;
    }
}
