package io.stimloop.inference.response;

import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.kernel.RateKnots;
import java.util.Arrays;

/**
 * The distribution of the count and its entropy for every dispersion of a model and every knot over the
 * rate. Only the counts that are at all likely are stored. Immutable; not thread bound.
 */
public final class ResponseTable {
    /** Counts beyond the last symbol but one have together less probability than this, at any rate. */
    private static final double TAIL = 1e-12;
    /** Less likely counts are left out of a row; hundreds of them do not make 1e-15. */
    private static final double NEGLIGIBLE = 1e-18;

    private final int symbols;
    private final int[] firstCount;
    private final int[] offset;
    private final double[] probabilities;
    private final double[] entropyNats;

    /** For counts of this range; the knots cover its rates. */
    public ResponseTable(CountRange range, RateKnots knots) {
        double[] dispersions = range.dispersions();
        double[] row = new double[symbols(range)];
        int rows = dispersions.length * knots.count();
        this.symbols = row.length;
        this.firstCount = new int[rows];
        this.offset = new int[rows + 1];
        this.probabilities = new double[Math.toIntExact(storedProbabilities(range, knots))];
        this.entropyNats = new double[rows];
        for (int i = 0; i < rows; i++) {
            new CountNoise(dispersions[i / knots.count()]).fill(knots.rate(i % knots.count()), row, symbols);
            firstCount[i] = first(row);
            offset[i + 1] = offset[i] + end(row) - firstCount[i];
            System.arraycopy(row, firstCount[i], probabilities, offset[i], offset[i + 1] - offset[i]);
            entropyNats[i] = Kernels.ARRAYS.entropy(row, symbols);
        }
    }

    /** Bytes that a table will hold. */
    public static long bytes(CountRange range, RateKnots knots) {
        long rows = (long) range.dispersions().length * knots.count();
        return Double.BYTES * (storedProbabilities(range, knots) + rows) + Integer.BYTES * (2 * rows + 1);
    }

    /** Number of counts told apart, with the last one standing for "this count or more". */
    public static int symbols(CountRange range) {
        if (range.ceiling() > 0) {
            return range.ceiling() + 1;
        }
        double highest = Math.max(range.highestRate(), RateKnots.LOWEST_RATE);
        return Arrays.stream(range.dispersions()).mapToInt(d -> new CountNoise(d).symbols(highest, TAIL))
                .max()
                .orElseThrow();
    }

    /** Number of counts told apart. */
    public int symbols() {
        return symbols;
    }

    /**
     * Adds {@code mass} times the distribution of one row.
     *
     * @param row dispersion times number of knots, plus knot
     */
    public void addTo(double[] distribution, int row, double mass) {
        Kernels.ARRAYS.addScaled(mass, probabilities, offset[row], offset[row + 1] - offset[row],
                distribution,
                firstCount[row]);
    }

    /** Entropy of the count by row, in nats. Not to be modified. */
    public double[] entropyNats() {
        return entropyNats;
    }

    private static long storedProbabilities(CountRange range, RateKnots knots) {
        double[] row = new double[symbols(range)];
        long stored = 0;
        for (double dispersion : range.dispersions()) {
            CountNoise noise = new CountNoise(dispersion);
            for (int knot = 0; knot < knots.count(); knot++) {
                noise.fill(knots.rate(knot), row, row.length);
                stored += end(row) - first(row);
            }
        }
        return stored;
    }

    private static int first(double[] row) {
        int first = 0;
        while (row[first] < NEGLIGIBLE) {
            first++;
        }
        return first;
    }

    private static int end(double[] row) {
        int end = row.length;
        while (row[end - 1] < NEGLIGIBLE) {
            end--;
        }
        return end;
    }
}
