package io.stimloop.numerics.kernel;

/**
 * Products of matrices with vectors, and changes of rank one. Vectors are padded with zeros to a multiple of
 * {@link Kernels#LANES}. Sums run in {@link Kernels#LANES} virtual lanes that are added pairwise at the end, whatever the width of the
 * processor's registers. Stateless.
 */
public interface MatrixKernels {
    /**
     * {@code out[i] = row i . x} for rows {@code from <= i < to}: many dot products with one vector, several of them
     * at a time.
     *
     * @param matrix row by row
     * @param stride length of a row and of {@code x}, a multiple of {@link Kernels#LANES}
     */
    void multiplyRows(double[] matrix, int stride, int from, int to, double[] x, double[] out);

    /**
     * {@code y = A x}.
     *
     * @param a    a symmetric matrix as {@link SymmetricLayout} lays it out
     * @param size rows, without the padding
     * @param y    receives the product, padding included
     */
    void multiplySymmetric(double[] a, int size, double[] x, double[] y);

    /**
     * {@code A += factor g g'}; every element is rounded twice, mirrored elements alike, so that A stays exactly
     * symmetric.
     *
     * @param a    as in {@link #multiplySymmetric}
     * @param size rows, without the padding
     */
    void addOuter(double[] a, int size, double factor, double[] g);
}
