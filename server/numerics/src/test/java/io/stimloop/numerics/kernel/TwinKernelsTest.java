package io.stimloop.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernels of the Vector API give the same bits as their plain twins. */
class TwinKernelsTest {
    private static final long SEED = 17;

    private final PlainArrayKernels plainArrays = new PlainArrayKernels();
    private final VectorArrayKernels vectorArrays = new VectorArrayKernels();
    private final PlainCountKernels plainCounts = new PlainCountKernels();
    private final VectorCountKernels vectorCounts = new VectorCountKernels();
    private final PlainSpreadKernels plainSpreads = new PlainSpreadKernels();
    private final VectorSpreadKernels vectorSpreads = new VectorSpreadKernels();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 100})
    void productsOfPanelsHaveTheSameBits(int rows) {
        double[] panels = draws(2 * 8 * rows + 8, -3, 5, 21);
        double[][] one = new double[4][];
        Arrays.setAll(one, q -> draws(11, -1, 1, q));
        double[][] other = Arrays.stream(one).map(double[]::clone).toArray(double[][]::new);
        double wanted = 0;
        for (int j = 0; j < rows; j++) {
            wanted = Math.fma(panels[8 * rows + 8 * j + 6], panels[4 + 8 * j + 3], wanted);
        }
        wanted = one[3][2 + 6] - wanted;
        new VectorRowKernels().subtractProducts(panels, 4, panels, 8 * rows, rows, one, 2);
        new PlainRowKernels().subtractProducts(panels, 4, panels, 8 * rows, rows, other, 2);
        assertThat(one).isDeepEqualTo(other);
        assertThat(one[3][2 + 6]).isEqualTo(wanted);
    }

    @Test
    void vectorKernelsAreChosenUnderTheFlagsOfThisBuild() {
        assertThat(Kernels.ARRAYS).isInstanceOf(
                Processor.hasWideRegisters() ? VectorArrayKernels.class : PlainArrayKernels.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 15, 16, 17, 31, 63, 64, 1001})
    void sumsAndProductsHaveTheSameBits(int n) {
        double[] a = draws(n, -3, 5, 0);
        double[] b = draws(n, -3, 5, 1);
        assertThat(vectorArrays.sum(a, n)).isEqualTo(plainArrays.sum(a, n));
        assertThat(vectorArrays.dot(a, b, n)).isEqualTo(plainArrays.dot(a, b, n));
        assertThat(vectorArrays.entropy(a, n)).isEqualTo(plainArrays.entropy(a, n));
        double[] one = a.clone();
        double[] other = a.clone();
        vectorArrays.addScaled(0.3, b, 0, n, one, 0);
        plainArrays.addScaled(0.3, b, 0, n, other, 0);
        vectorArrays.scale(one, 1.7, n);
        plainArrays.scale(other, 1.7, n);
        assertThat(one).isEqualTo(other);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 15, 16, 17, 31, 33, 100})
    void sumsOfRowsHaveTheSameBits(int n) {
        int rows = 7;
        int stride = n + 3;
        double[] matrix = draws(rows * stride + 2 * n + 5, -3, 5, 4);
        double[] factors = draws(rows, -1, 1, 5);
        double[] one = matrix.clone();
        double[] other = matrix.clone();
        new VectorRowKernels().addRows(-1, factors, rows, one, stride, 2, n, one, rows * stride + 4);
        new PlainRowKernels().addRows(-1, factors, rows, other, stride, 2, n, other, rows * stride + 4);
        assertThat(one).isEqualTo(other);
        assertThat(n == 0 || !Arrays.equals(one, matrix)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 7, 1001})
    void elementaryFunctionsHaveTheSameBits(int n) {
        double[] x = draws(n, -760, 2, 2);
        Arrays.fill(x, 0, Math.min(2, n), -1e300);
        double[][] out = new double[2][n];
        vectorArrays.exponentials(x, 1.25, n, out[0]);
        plainArrays.exponentials(x, 1.25, n, out[1]);
        assertThat(out[0]).isEqualTo(out[1]);
        double[] positive = draws(n, 1e-12, 50, 3);
        vectorArrays.logarithms(positive, n, out[0]);
        plainArrays.logarithms(positive, n, out[1]);
        assertThat(out[0]).isEqualTo(out[1]);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void rowSumsHaveTheSameBits(int rows) {
        double[] x = draws(rows * 12, -3, 5, 2);
        double[][] sums = new double[2][rows];
        vectorArrays.rowSums(x, 12, sums[0]);
        plainArrays.rowSums(x, 12, sums[1]);
        assertThat(sums[0]).isEqualTo(sums[1]);
    }

    @Test
    void entropyCountsNegativeAndSubnormalElementsAsNothing() {
        double[] p = {0.5, -1e-12, 0, Double.MIN_VALUE, 0.5};
        assertThat(vectorArrays.entropy(p, 5)).isEqualTo(plainArrays.entropy(p, 5));
        assertThat(vectorArrays.entropy(p, 5)).isCloseTo(StrictMath.log(2), within());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 8, 24, 504})
    void likelihoodPassesHaveTheSameBits(int n) {
        double[] likelihood = draws(n, -30, 0, 3);
        double[][] logs = {draws(8 + n, -90, 0, 8), draws(8 + n, -90, 0, 8)};
        double[][] peaks = {lowest(), lowest()};
        vectorCounts.add(likelihood, logs[0], 8, -0.5, peaks[0]);
        plainCounts.add(likelihood, logs[1], 8, -0.5, peaks[1]);
        assertThat(logs[0]).isEqualTo(logs[1]);
        assertThat(peaks[0]).isEqualTo(peaks[1]);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 300})
    void gatheredMixturesHaveTheSameBits(int n) {
        int group = MixtureKernels.GROUP;
        float[] masses = floats(400 * group, 0);
        int[] places = IntStream.range(0, n + 2).map(k -> k * 37 % 400).toArray();
        float[] weights = floats((n + 2) * MixtureKernels.WIDTH, 1);
        float[] one = floats(20 * group, 2);
        float[] other = one.clone();
        double sum = one[6 * group + 3];
        for (int k = 1; k <= n; k++) {
            sum += (double) weights[k * MixtureKernels.WIDTH + 1] * masses[places[k] * group + 3];
        }
        new VectorMixtureKernels().gather(masses, places, 1, n + 1, weights, one, 5);
        new PlainMixtureKernels().gather(masses, places, 1, n + 1, weights, other, 5);
        assertThat(one).isEqualTo(other);
        assertThat((double) one[6 * group + 3]).isCloseTo(sum, Offset.offset(1e-4));
    }

    @Test
    void distributionsAreLaidNextToEachOtherWithoutWhatIsNegligible() {
        double[][] masses = {draws(100, 0, 1, 0), draws(100, 0, 1, 1)};
        masses[1][70] = 1e-9;
        float[] out = floats(100 * MixtureKernels.GROUP, 3);
        float before = out[70 * MixtureKernels.GROUP + 2];
        Kernels.MIXTURES.interleave(masses, 2, 1e-8, out);
        assertThat(out[70 * MixtureKernels.GROUP]).isEqualTo((float) masses[0][70]);
        assertThat(out[70 * MixtureKernels.GROUP + 1]).isZero();
        assertThat(out[70 * MixtureKernels.GROUP + 2]).isEqualTo(before);
        assertThat(out[99 * MixtureKernels.GROUP + 1]).isEqualTo((float) masses[1][99]);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 300})
    void scatteredMixturesHaveTheSameBits(int n) {
        double[] mass = draws(400, -1, 3, 0);
        int[] places = IntStream.range(0, n).map(k -> k * 37 % 400).toArray();
        int[] first = IntStream.range(0, 400).map(p -> p % 12).toArray();
        double[] weights = draws(400 * MixtureKernels.WIDTH, -1, 1, 9);
        double[] one = new double[20];
        double[] other = new double[20];
        new VectorMixtureKernels().scatter(mass, places, n, first, weights, one);
        new PlainMixtureKernels().scatter(mass, places, n, first, weights, other);
        assertThat(one).isEqualTo(other);
        double sum = 0;
        for (int k = 0; k < n; k++) {
            int p = places[k];
            sum += first[p] <= 6 && first[p] + MixtureKernels.WIDTH > 6
                    ? weights[p * MixtureKernels.WIDTH + 6 - first[p]] * mass[k]
                    : 0;
        }
        assertThat(one[6]).isCloseTo(sum, Offset.offset(1e-10));
    }

    private static float[] floats(int n, int stream) {
        double[] drawn = draws(n, -1, 1, stream);
        float[] numbers = new float[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = (float) drawn[i];
        }
        return numbers;
    }

    @Test
    void ratesHaveTheSameBits() {
        double[] offsets = draws(12, 0, 9, 13);
        double[] slopes = draws(5, 0, 40, 14);
        double[][] out = new double[2][60];
        for (double gain : new double[]{0, 1e-30, 0.37}) {
            vectorCounts.rates(offsets, slopes, gain, out[0]);
            plainCounts.rates(offsets, slopes, gain, out[1]);
            assertThat(out[0]).isEqualTo(out[1]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 9, 21})
    void spreadsOfRowsHaveTheSameBits(int n) {
        double[] fractions = draws(2 + Kernels.padded(n), 0, 1, 9);
        double[][] weights = new double[2][RateKnots.STENCIL * Kernels.padded(n)];
        vectorSpreads.lagrange(fractions, 2, n, weights[0]);
        plainSpreads.lagrange(fractions, 2, n, weights[1]);
        assertThat(weights[0]).isEqualTo(weights[1]);

        int stride = 8;
        int[] starts = IntStream.range(0, 3 + n).map(k -> (k * 7) % n * stride).toArray();
        double[] rows = draws(n * stride, 0, 1, 11);
        double[][] mass = new double[2][20 * stride];
        vectorSpreads.spreadRows(rows, starts, 3, n, stride, weights[0], mass[0], 5 * stride);
        plainSpreads.spreadRows(rows, starts, 3, n, stride, weights[1], mass[1], 5 * stride);
        assertThat(mass[0]).isEqualTo(mass[1]);
    }

    @Test
    void spreadOfSingleNumbersHasTheSameBits() {
        double[] mass = draws(9, -1, 1, 11);
        mass[4] = 1e-19;
        int[] first = {0, 0, 3, 5, 5, 6, 1, 2, 12};
        double[] weights = draws(first.length * RateKnots.STENCIL, -1, 1, 12);
        double[][] out = new double[2][25];
        vectorSpreads.spreadCells(mass, 2, 7, first, weights, 1, out[0], 3);
        plainSpreads.spreadCells(mass, 2, 7, first, weights, 1, out[1], 3);
        assertThat(out[0]).isEqualTo(out[1]);
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-15);
    }

    private static double[] lowest() {
        return new double[]{Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    }

    private static double[] draws(int n, double from, double to, long purpose) {
        UniformRandomProvider random = Streams.of(SEED, n, purpose);
        return random.doubles(n, from, to).toArray();
    }
}
