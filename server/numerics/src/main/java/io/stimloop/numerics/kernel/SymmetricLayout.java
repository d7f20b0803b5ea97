package io.stimloop.numerics.kernel;

/**
 * Where the elements of a symmetric matrix lie in one array. Rows stand in bands of {@link Kernels#LANES}; all rows
 * of a band reach from column 0 to the end of the band's own square on the diagonal. So half of the matrix is
 * stored, every row is a whole number of registers long, and no row has a ragged end. What lies beyond the size is 0.
 */
public final class SymmetricLayout {
    private static final int BAND = Kernels.LANES;

    private SymmetricLayout() {}

    /**
     * Elements of the array for a matrix of so many rows.
     *
     * @throws ArithmeticException when it would be longer than an array can be
     */
    public static int length(int size) {
        return Math.toIntExact(start((size + BAND - 1L) / BAND));
    }

    /** Index of an element; of the two that mirror each other, that in the lower triangle. */
    public static int index(int row, int column) {
        int lower = Math.max(row, column);
        return rowStart(lower) + Math.min(row, column);
    }

    /** Index of column 0 of a row. */
    public static int rowStart(int row) {
        int band = row / BAND;
        return (int) start(band) + row % BAND * width(band);
    }

    /** Elements in a row of a band. */
    static int width(int band) {
        return (band + 1) * BAND;
    }

    /** Index of the first element of a band. */
    static long start(long band) {
        return BAND * BAND * band * (band + 1) / 2;
    }
}
