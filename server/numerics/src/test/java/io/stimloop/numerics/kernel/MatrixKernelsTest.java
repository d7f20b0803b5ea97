package io.stimloop.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products with matrices: the same bits with and without the Vector API, and those of the schoolbook. */
class MatrixKernelsTest {
    private static final long SEED = 23;

    private final PlainMatrixKernels plain = new PlainMatrixKernels();
    private final VectorMatrixKernels vector = new VectorMatrixKernels();

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 8, 12, 13, 61})
    void rowsTimesAVectorHaveTheSameBits(int rows) {
        for (int stride : new int[]{4, 8, 12, 44}) {
            double[] matrix = draws(rows * stride, stride);
            double[] x = draws(stride, 1);
            double[][] out = new double[2][rows];
            vector.multiplyRows(matrix, stride, 0, rows, x, out[0]);
            plain.multiplyRows(matrix, stride, 0, rows, x, out[1]);
            assertThat(out[0]).isEqualTo(out[1]);
            double last = 0;
            for (int i = 0; i < stride; i++) {
                last += matrix[(rows - 1) * stride + i] * x[i];
            }
            assertThat(out[0][rows - 1]).isCloseTo(last, Offset.offset(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5, 7, 8, 9, 30, 65})
    void symmetricProductsHaveTheSameBitsAndAreThoseOfTheSchoolbook(int size) {
        double[] a = symmetric(size);
        double[] x = padded(size, 2);
        double[][] y = new double[2][Kernels.padded(size)];
        vector.multiplySymmetric(a, size, x, y[0]);
        plain.multiplySymmetric(a, size, x, y[1]);
        assertThat(y[0]).isEqualTo(y[1]);
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int j = 0; j < size; j++) {
                sum += a[SymmetricLayout.index(i, j)] * x[j];
            }
            assertThat(y[0][i]).isCloseTo(sum, Offset.offset(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6, 9, 33})
    void outerProductsHaveTheSameBitsAndKeepTheMatrixSymmetric(int size) {
        double[] one = symmetric(size);
        double[] other = one.clone();
        double[] before = one.clone();
        double[] g = padded(size, 3);
        vector.addOuter(one, size, -0.37, g);
        plain.addOuter(other, size, -0.37, g);
        assertThat(one).isEqualTo(other);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                int at = SymmetricLayout.index(i, j);
                assertThat(one[at]).isCloseTo(before[at] - 0.37 * g[i] * g[j], Offset.offset(1e-14));
            }
        }
        assertSquaresOnTheDiagonalAreSymmetric(one, size);
    }

    @Test
    void halfOfTheMatrixIsStored() {
        assertThat(SymmetricLayout.length(1)).isEqualTo(16);
        assertThat(SymmetricLayout.length(1000)).isEqualTo(502_000);
    }

    /** Both halves of the squares on the diagonal are stored. */
    private static void assertSquaresOnTheDiagonalAreSymmetric(double[] a, int size) {
        for (int row = 0; row < Kernels.padded(size); row++) {
            for (int column = row / 4 * 4; column < row; column++) {
                double mirrored = a[SymmetricLayout.rowStart(column) + row];
                assertThat(mirrored).isEqualTo(a[SymmetricLayout.index(row, column)]);
            }
        }
    }

    private static double[] symmetric(int size) {
        double[] a = new double[SymmetricLayout.length(size)];
        double[] values = draws(size * size, 5);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                a[SymmetricLayout.index(i, j)] = values[i * size + j];
                if (i / 4 == j / 4) {
                    a[SymmetricLayout.rowStart(j) + i] = values[i * size + j];
                }
            }
        }
        return a;
    }

    private static double[] padded(int size, long purpose) {
        return Arrays.copyOf(draws(size, purpose), Kernels.padded(size));
    }

    private static double[] draws(int n, long purpose) {
        return Streams.of(SEED, n, purpose).doubles(n, -2, 2).toArray();
    }
}
