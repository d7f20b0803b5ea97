package io.stimloop.inference.glm;

/**
 * The covariance matrix C of one neuron's weights, in one of the forms that a belief may have. Vectors are padded with
 * zeros as the kernels want them. Not thread safe.
 */
interface WeightCovariance {
    /** Rows. */
    int size();

    /** An element. */
    double get(int row, int column);

    /** {@code out = C x}. */
    void multiply(double[] x, double[] out);

    /** {@code out += factor * (C[row][0], ..., C[row][n - 1])} for n up to the row itself. */
    void addRow(int row, double factor, int n, double[] out);

    /** {@code C += amount I}. */
    void addToVariances(double amount);

    /** {@code C += factor g g'}, what a count does; the factor is at most 0. */
    void learn(double factor, double[] g);

    /**
     * What the last {@link #learn} gave up, so that C is larger by {@code w w'} than it would be in full; empty where
     * that is nothing. Padded; not to be modified.
     */
    double[] givenUp();

    /** Natural logarithm of the determinant, worked out from the matrix. */
    double logDeterminant();

    /** {@code R z} with {@code R R' = C}: a draw about 0 from independent standard normal values. */
    double[] root(double[] z);

    /** An independent one with the same elements. */
    WeightCovariance copy();

    /** All of it as numbers, always as many. */
    double[] numbers();

    /** Takes over such numbers, from an index on. */
    void restore(double[] numbers, int from);

    /** How many numbers one has. */
    int numbersLength();
}
