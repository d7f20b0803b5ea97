package io.stimloop.inference.glm;

import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.linear.SymmetricEigen;
import java.util.Arrays;

/**
 * The columns of a matrix W of at most so many columns, to which more are added: what counts least of {@code W W'} is
 * given up then. Not thread safe.
 */
final class LearnedDirections {
    /** What is given up where nothing is. */
    static final double[] NONE = new double[0];

    private final int size;
    private final int stride;
    private final int rank;
    private final double[] scales;
    private final double[] columns;
    /** W' W in the metric of the scales. */
    private final double[][] gram;
    private final double[] vector;
    private final double[] products;
    private final double[] mirror;
    private final double[] last;
    private final SymmetricEigen eigen;
    private int count;

    /**
     * None yet.
     *
     * @param scales what the square of each row counts; not to be modified
     * @param rank   columns to keep, from 1
     */
    LearnedDirections(double[] scales, int rank) {
        this.size = scales.length;
        this.stride = Kernels.padded(size);
        this.rank = rank;
        this.scales = scales;
        this.columns = new double[Math.multiplyExact(rank + 1, stride)];
        this.gram = new double[rank + 1][rank + 1];
        this.vector = new double[stride];
        this.products = new double[rank + 1];
        this.mirror = new double[rank + 1];
        this.last = new double[stride];
        this.eigen = new SymmetricEigen(rank + 1);
    }

    /** Bytes of those of so many rows. */
    static long bytes(int size, int rank) {
        return Double.BYTES * (Kernels.padded(size) * (rank + 3L) + 8L * (rank + 1) * (rank + 1));
    }

    LearnedDirections copy() {
        LearnedDirections copy = new LearnedDirections(scales, rank);
        System.arraycopy(columns, 0, copy.columns, 0, columns.length);
        for (int k = 0; k < count; k++) {
            System.arraycopy(gram[k], 0, copy.gram[k], 0, count);
        }
        copy.count = count;
        return copy;
    }

    /** Columns. */
    int count() {
        return count;
    }

    double get(int row, int column) {
        return columns[column * stride + row];
    }

    /** {@code out = W' x}. */
    void along(double[] x, double[] out) {
        Kernels.MATRICES.multiplyRows(columns, stride, 0, count, x, out);
    }

    /** {@code out += factor * column}, its first n elements. */
    void addTo(int column, double factor, int n, double[] out) {
        Kernels.ARRAYS.addScaled(factor, columns, column * stride, n, out, 0);
    }

    /**
     * Adds a column.
     *
     * @param column of this many times the length of what is added; padded
     * @return the column given up for it, padded and valid until the next call; empty where there was room
     */
    double[] add(double factor, double[] column) {
        append(factor, column);
        return count > rank ? giveUpLeast() : NONE;
    }

    private void append(double factor, double[] column) {
        int from = count * stride;
        for (int i = 0; i < size; i++) {
            columns[from + i] = factor * column[i];
            vector[i] = columns[from + i] * scales[i];
        }
        count++;
        along(vector, products);
        for (int k = 0; k < count; k++) {
            gram[k][count - 1] = products[k];
            gram[count - 1][k] = products[k];
        }
    }

    /**
     * Reflects the columns so that the last is the direction q of the least eigenvalue, {@code W (I - 2 v v' / v'v)}
     * with {@code v = q - e} or {@code q + e}, which leaves {@code W W'} as it is; then takes the last away.
     */
    private double[] giveUpLeast() {
        findMirror();
        double twice = 2 / Kernels.ARRAYS.dot(mirror, mirror, count);
        reflectColumns(twice);
        reflectGram(twice);
        count--;
        System.arraycopy(columns, count * stride, last, 0, stride);
        return last;
    }

    private void findMirror() {
        eigen.decompose(gram, count);
        int least = 0;
        for (int k = 1; k < count; k++) {
            least = eigen.value(k) < eigen.value(least) ? k : least;
        }
        Arrays.fill(mirror, 0);
        mirror[least] = 1;
        eigen.fromEigenvectors(mirror);
        // The longer of both, so that nothing cancels.
        mirror[count - 1] += mirror[count - 1] < 0 ? -1 : 1;
    }

    private void reflectColumns(double twice) {
        Arrays.fill(vector, 0);
        for (int k = 0; k < count; k++) {
            addTo(k, mirror[k], stride, vector);
        }
        for (int k = 0; k < count; k++) {
            Kernels.ARRAYS.addScaled(-twice * mirror[k], vector, 0, stride, columns, k * stride);
        }
    }

    private void reflectGram(double twice) {
        for (int i = 0; i < count; i++) {
            products[i] = Kernels.ARRAYS.dot(gram[i], mirror, count);
        }
        double length = Kernels.ARRAYS.dot(products, mirror, count);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                gram[i][j] += twice * (twice * length * mirror[i] * mirror[j] - products[i] * mirror[j]
                        - mirror[i] * products[j]);
            }
        }
    }

    /** How many numbers {@link #write} writes. */
    int numbers() {
        return 1 + rank * (size + rank);
    }

    /** Writes how many columns there are, the columns, and their products. */
    void write(double[] numbers, int from) {
        numbers[from] = count;
        for (int k = 0; k < count; k++) {
            int at = from + 1 + k * (size + rank);
            System.arraycopy(columns, k * stride, numbers, at, size);
            System.arraycopy(gram[k], 0, numbers, at + size, count);
        }
    }

    /**
     * Reads what was written.
     *
     * @throws IllegalArgumentException when it says another number of columns than there can be
     */
    void read(double[] numbers, int from) {
        int written = (int) numbers[from];
        if (!(written >= 0 && written <= rank)) {
            throw new IllegalArgumentException(
                    "covariance: " + numbers[from] + " columns must be from 0 to " + rank);
        }
        count = written;
        for (int k = 0; k < count; k++) {
            int at = from + 1 + k * (size + rank);
            System.arraycopy(numbers, at, columns, k * stride, size);
            System.arraycopy(numbers, at + size, gram[k], 0, count);
        }
    }
}
