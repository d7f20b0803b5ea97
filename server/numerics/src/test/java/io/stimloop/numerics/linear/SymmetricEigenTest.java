package io.stimloop.numerics.linear;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eigenvectors are those of the matrix, and stand at right angles. */
class SymmetricEigenTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 40})
    void everyVectorIsStretchedByItsValue(int n) {
        double[][] a = random(n);
        check(a, n, 1e-12 * n);
    }

    @Test
    void repeatedAndVanishingValuesAreNoTrouble() {
        double[][] a = new double[6][6];
        a[2][2] = 3;
        a[5][5] = 3;
        a[0][1] = 1;
        a[1][0] = 1;
        check(a, 6, 1e-14);
        check(new double[4][4], 4, 0);
    }

    @Test
    void valuesAreThoseKnown() {
        double[][] a = {{2, -1, 0}, {-1, 2, -1}, {0, -1, 2}};
        SymmetricEigen eigen = new SymmetricEigen(5);
        eigen.decompose(a, 3);
        double[] values = {eigen.value(0), eigen.value(1), eigen.value(2)};
        Arrays.sort(values);
        assertThat(values).containsExactly(
                new double[]{2 - StrictMath.sqrt(2), 2, 2 + StrictMath.sqrt(2)}, Offset.offset(1e-14));
    }

    private static void check(double[][] a, int n, double tolerance) {
        SymmetricEigen eigen = new SymmetricEigen(n + 1);
        eigen.decompose(a, n);
        for (int k = 0; k < n; k++) {
            double[] v = vector(eigen, k, n);
            for (int i = 0; i < n; i++) {
                assertThat(dot(a[i], v, n)).isCloseTo(eigen.value(k) * v[i], Offset.offset(tolerance));
            }
            for (int l = 0; l < n; l++) {
                assertThat(dot(v, vector(eigen, l, n), n)).isCloseTo(k == l ? 1 : 0, Offset.offset(1e-13));
            }
        }
    }

    private static double[] vector(SymmetricEigen eigen, int k, int n) {
        double[] x = new double[n];
        x[k] = 1;
        eigen.fromEigenvectors(x);
        double[] back = x.clone();
        eigen.toEigenvectors(back);
        assertThat(back[k]).isCloseTo(1, Offset.offset(1e-13));
        return x;
    }

    private static double[][] random(int n) {
        double[] draws = Streams.of(3, n, 0).doubles((long) n * n, -1, 1).toArray();
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a[i][j] = draws[i * n + j];
                a[j][i] = draws[i * n + j];
            }
        }
        return a;
    }

    private static double dot(double[] a, double[] b, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
