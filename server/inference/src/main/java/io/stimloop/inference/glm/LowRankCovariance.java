package io.stimloop.inference.glm;

import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.linear.SymmetricEigen;
import java.util.Arrays;

/**
 * A covariance as a diagonal less a matrix of low rank, {@code C = B - W W'}: independent prior weights, and the
 * directions in which most was learned. Each count adds a column to W; beyond the rank that is allowed, the direction
 * that explains least of the prior is given up: what was learned there is forgotten. So C is never smaller than it would
 * be in full, and stays positive definite. It takes O(d rank) for d weights, in memory and per trial, instead of O(d^2).
 * Exact as long as there were no more trials than the rank.
 */
final class LowRankCovariance implements WeightCovariance {
    /** A variance is not let fall below this part of the prior's: rounding would make it negative. */
    private static final double LEAST = 1e-15;

    private final int size;
    private final int rank;
    /** B; padded. */
    private final double[] base;
    private final double[] priorVariances;
    private final LearnedDirections learned;
    private final double[] products;
    private double[] givenUp = LearnedDirections.NONE;

    /**
     * A prior.
     *
     * @param variances above 0; not to be modified
     * @param rank      directions to keep, from 1
     */
    LowRankCovariance(double[] variances, int rank) {
        this(variances, rank,
                new LearnedDirections(Arrays.stream(variances).map(v -> 1 / v).toArray(), rank));
    }

    private LowRankCovariance(double[] variances, int rank, LearnedDirections learned) {
        this.size = variances.length;
        this.rank = rank;
        this.base = Arrays.copyOf(variances, Kernels.padded(size));
        this.priorVariances = variances;
        this.learned = learned;
        this.products = new double[rank + 1];
    }

    /** Bytes of one. */
    static long bytes(int size, int rank) {
        return LearnedDirections.bytes(size, rank) + 2L * Double.BYTES * Kernels.padded(size);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double get(int row, int column) {
        double less = 0;
        for (int k = 0; k < learned.count(); k++) {
            less = Math.fma(learned.get(row, k), learned.get(column, k), less);
        }
        return row == column ? Math.max(base[row] - less, LEAST * priorVariances[row]) : -less;
    }

    @Override
    public void multiply(double[] x, double[] out) {
        learned.along(x, products);
        for (int i = 0; i < base.length; i++) {
            out[i] = base[i] * x[i];
        }
        for (int k = 0; k < learned.count(); k++) {
            learned.addTo(k, -products[k], base.length, out);
        }
    }

    @Override
    public void addRow(int row, double factor, int n, double[] out) {
        for (int k = 0; k < learned.count(); k++) {
            learned.addTo(k, -factor * learned.get(row, k), n, out);
        }
    }

    @Override
    public void addToVariances(double amount) {
        for (int i = 0; i < size; i++) {
            base[i] += amount;
        }
    }

    @Override
    public void learn(double factor, double[] g) {
        givenUp = learned.add(Math.sqrt(-factor), g);
    }

    @Override
    public double[] givenUp() {
        return givenUp;
    }

    /** By the matrix determinant lemma. */
    @Override
    public double logDeterminant() {
        SymmetricEigen shares = shares();
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += StrictMath.log(base[i]);
        }
        for (int k = 0; k < learned.count(); k++) {
            sum += StrictMath.log(left(shares.value(k)));
        }
        return sum;
    }

    /**
     * {@code B^(1/2) (I - K K')^(1/2)} with {@code K = B^(-1/2) W}: the root changes only what lies in the span of K.
     */
    @Override
    public double[] root(double[] z) {
        SymmetricEigen shares = shares();
        double[] scaled = new double[base.length];
        double[] out = new double[size];
        for (int i = 0; i < size; i++) {
            scaled[i] = z[i] / Math.sqrt(base[i]);
            out[i] = z[i] * Math.sqrt(base[i]);
        }
        double[] along = new double[rank];
        learned.along(scaled, along);
        shares.toEigenvectors(along);
        for (int k = 0; k < learned.count(); k++) {
            double share = shares.value(k);
            along[k] *= share > LEAST ? (Math.sqrt(left(share)) - 1) / share : -0.5;
        }
        shares.fromEigenvectors(along);
        for (int k = 0; k < learned.count(); k++) {
            learned.addTo(k, along[k], size, out);
        }
        return out;
    }

    /** What is left of the variance of a direction. */
    private static double left(double share) {
        return Math.max(LEAST, 1 - share);
    }

    /** Eigenvalues of K'K: the shares of B that are explained. */
    private SymmetricEigen shares() {
        int count = learned.count();
        double[][] gram = new double[count][count];
        double[] scaled = new double[base.length];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < size; i++) {
                scaled[i] = learned.get(i, k) / base[i];
            }
            learned.along(scaled, gram[k]);
        }
        SymmetricEigen eigen = new SymmetricEigen(Math.max(1, count));
        eigen.decompose(gram, count);
        return eigen;
    }

    @Override
    public LowRankCovariance copy() {
        LowRankCovariance copy = new LowRankCovariance(priorVariances, rank, learned.copy());
        System.arraycopy(base, 0, copy.base, 0, size);
        return copy;
    }

    @Override
    public double[] numbers() {
        double[] numbers = new double[numbersLength()];
        System.arraycopy(base, 0, numbers, 0, size);
        learned.write(numbers, size);
        return numbers;
    }

    @Override
    public void restore(double[] numbers, int from) {
        System.arraycopy(numbers, from, base, 0, size);
        learned.read(numbers, from + size);
    }

    @Override
    public int numbersLength() {
        return size + learned.numbers();
    }
}
