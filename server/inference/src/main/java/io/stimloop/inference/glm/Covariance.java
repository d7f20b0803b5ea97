package io.stimloop.inference.glm;

import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.kernel.SymmetricLayout;
import java.util.Arrays;

/** A covariance matrix, half of it stored. Vectors are padded with zeros as the kernels want them. Not thread safe. */
public final class Covariance {
    private final int size;
    private final double[] elements;

    /** All 0. */
    public Covariance(int size) {
        this(size, new double[SymmetricLayout.length(size)]);
    }

    private Covariance(int size, double[] elements) {
        this.size = size;
        this.elements = elements;
    }

    /** Bytes of one of so many rows. */
    public static long bytes(int size) {
        return (long) Double.BYTES * SymmetricLayout.length(size);
    }

    /** An independent one with the same elements. */
    public Covariance copy() {
        return new Covariance(size, elements.clone());
    }

    /** Rows. */
    public int size() {
        return size;
    }

    /** An element. */
    public double get(int row, int column) {
        return elements[SymmetricLayout.index(row, column)];
    }

    /** Sets an element and the one that mirrors it. */
    public void set(int row, int column, double value) {
        elements[SymmetricLayout.index(row, column)] = value;
        if (row / Kernels.LANES == column / Kernels.LANES) {
            elements[SymmetricLayout.rowStart(Math.min(row, column)) + Math.max(row, column)] = value;
        }
    }

    /** {@code out = C x}. */
    public void multiply(double[] x, double[] out) {
        Kernels.MATRICES.multiplySymmetric(elements, size, x, out);
    }

    /** {@code C += factor g g'}. */
    public void addOuter(double factor, double[] g) {
        Kernels.MATRICES.addOuter(elements, size, factor, g);
    }

    /** Adds to every variance. */
    void addToVariances(double amount) {
        for (int i = 0; i < size; i++) {
            elements[SymmetricLayout.rowStart(i) + i] += amount;
        }
    }

    /** {@code out += factor * (C[row][0], ..., C[row][n - 1])} for n up to the row itself. */
    void addRow(int row, double factor, int n, double[] out) {
        Kernels.ARRAYS.addScaled(factor, elements, SymmetricLayout.rowStart(row), n, out, 0);
    }

    /** The lower triangle, row by row without padding, as it is kept in a snapshot. */
    public double[] triangle() {
        double[] triangle = new double[Math.toIntExact((long) size * (size + 1) / 2)];
        int at = 0;
        for (int i = 0; i < size; i++) {
            System.arraycopy(elements, SymmetricLayout.rowStart(i), triangle, at, i + 1);
            at += i + 1;
        }
        return triangle;
    }

    /** Takes over a lower triangle, from an index on. */
    public void setTriangle(double[] triangle, int from) {
        Arrays.fill(elements, 0);
        int at = from;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                set(i, j, triangle[at++]);
            }
        }
    }
}
