package io.stimloop.studies.calibration;

import java.util.List;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/** Whether numbers from 0 to below 1 are uniform: Pearson's chi-square test over equal bins. */
final class Uniformity {
    private static final int BINS = 10;

    private Uniformity() {}

    /**
     * The probability that uniform numbers would look at least as uneven in their most uneven column; Bonferroni's
     * bound, so it is never too small.
     *
     * @param rows of equal length; at least 50, so that a bin expects 5
     */
    static double pValue(List<double[]> rows) {
        int columns = rows.getFirst().length;
        double smallest = 1;
        for (int column = 0; column < columns; column++) {
            smallest = Math.min(smallest, pValue(rows, column));
        }
        return Math.min(1, columns * smallest);
    }

    private static double pValue(List<double[]> rows, int column) {
        int[] bins = new int[BINS];
        for (double[] row : rows) {
            bins[(int) (BINS * row[column])]++;
        }
        double expected = (double) rows.size() / BINS;
        double chiSquare = 0;
        for (int bin : bins) {
            chiSquare += (bin - expected) * (bin - expected) / expected;
        }
        return RegularizedGamma.Q.value((BINS - 1) / 2.0, chiSquare / 2);
    }
}
