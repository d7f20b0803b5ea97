package io.stimloop.numerics.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.numerics.random.Streams;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** A triangle grows, factors and solves. */
class LowerTriangleTest {
    private static final int SIZE = 37;

    private final double[][] truth = new double[SIZE][SIZE];
    private final LowerTriangle triangle = filled();

    private LowerTriangle filled() {
        UniformRandomProvider random = Streams.of(3, 0, 0);
        LowerTriangle filled = new LowerTriangle();
        for (int i = 0; i < SIZE; i++) {
            filled.ensure(i + 1);
            for (int j = 0; j <= i; j++) {
                truth[i][j] = i == j ? 5 + random.nextDouble() : random.nextDouble() - 0.5;
                truth[j][i] = truth[i][j];
                filled.row(i)[j] = truth[i][j];
            }
        }
        return filled;
    }

    @Test
    void theFactorTimesItsTransposeIsTheMatrix() {
        assertThat(triangle.factor(SIZE)).isTrue();
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j <= i; j++) {
                double product = 0;
                for (int k = 0; k <= j; k++) {
                    product += triangle.row(i)[k] * triangle.row(j)[k];
                }
                assertThat(product).isCloseTo(truth[i][j], within(1e-12));
            }
        }
    }

    @Test
    void solvingBothTrianglesUndoesTheProductWithTheMatrix() {
        double[] x = Streams.of(4, 0, 0).doubles(SIZE).toArray();
        double[] y = new double[SIZE];
        triangle.multiply(x, SIZE, y);
        assertThat(y[5]).isCloseTo(dot(truth[5], x), within(1e-12));
        assertThat(triangle.factor(SIZE)).isTrue();
        triangle.solve(y, SIZE);
        triangle.solveTransposed(y, SIZE);
        assertThat(y).containsExactly(x, within(1e-12));
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteIsRefused() {
        triangle.row(10)[10] = -1;
        assertThat(triangle.factor(SIZE)).isFalse();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
