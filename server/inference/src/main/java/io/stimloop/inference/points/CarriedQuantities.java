package io.stimloop.inference.points;

import io.stimloop.numerics.kernel.Kernels;

/**
 * Quantities whose posterior variances matter: the variance of g that a response takes away is
 * {@code sum_r (E[g; r] - E[g] p(r))^2 / p(r)}.
 *
 * <p>Few quantities are carried one by one. Many, such as a curve at 1,000 test stimuli, are carried by at most
 * {@value #MOST_CARRIED} combinations of them that are uncorrelated under the belief (the Cholesky factor of their
 * covariance, pivoting on what is left): all but a fraction of {@value #LEFT_OUT} of the summed variance, by which
 * fraction the answer is too small at most, unless that takes more combinations. For n points, J quantities and q
 * combinations a refresh takes about n J q multiplications then, instead of n J for every response to every
 * candidate.
 */
final class CarriedQuantities implements Carried {
    static final int MOST_CARRIED = 31;

    private static final double LEFT_OUT = 1e-9;
    /** Less probable responses are left out: they could not change a variance by more than this part of it. */
    private static final double IGNORED = 1e-14;

    private final QuantityTable table;
    private final int carried;
    /** By quantity and combination: their covariance. */
    private final double[][] factor;
    private final double[] left;
    /** By two combinations: how their products count. */
    private final double[][] gram;
    private int used;

    CarriedQuantities(QuantityTable table) {
        this.table = table;
        this.carried = carried(table.count());
        boolean many = table.count() > MOST_CARRIED;
        this.factor = new double[many ? table.count() : 0][carried];
        this.left = new double[factor.length];
        this.used = carried;
        this.gram = new double[many ? carried : 0][carried];
    }

    private static int carried(int quantities) {
        return Math.min(quantities, MOST_CARRIED);
    }

    /** Loads for so many quantities. */
    static int loads(int quantities) {
        return 1 + carried(quantities);
    }

    /** Bytes for so many quantities, besides the loads. */
    static long bytes(int quantities, int size) {
        boolean many = quantities > MOST_CARRIED;
        long extra = many ? (long) quantities * (MOST_CARRIED + 1) + MOST_CARRIED * MOST_CARRIED : 0;
        return Double.BYTES * (extra + (long) quantities * (size + 1));
    }

    @Override
    public int loads() {
        return 1 + carried;
    }

    @Override
    public void fill(WeightedPoints points, Loads loads) {
        loads.weigh(points.weights());
        table.follow(points);
        if (factor.length == 0) {
            for (int j = 0; j < carried; j++) {
                weigh(table.values(j), table.factor(j), points, loads.column(j + 1));
            }
        } else {
            combine(points, loads);
        }
        loads.align();
    }

    /** {@code load[k] = weight[k] * factor * (values[k] - mean)}. */
    private static void weigh(double[] values, double factor, WeightedPoints points, double[] load) {
        double[] weights = points.weights();
        int n = points.size();
        double mean = Kernels.ARRAYS.dot(weights, values, n);
        for (int k = 0; k < n; k++) {
            load[k] = weights[k] * (factor * (values[k] - mean));
        }
    }

    private void combine(WeightedPoints points, Loads loads) {
        double total = 0;
        for (int j = 0; j < left.length; j++) {
            double sd = table.factor(j);
            left[j] = sd * sd * ParameterScale.variance(table.values(j), points.weights(), points.size());
            total += left[j];
        }
        used = 0;
        double goal = LEFT_OUT * total;
        while (used < carried && Kernels.ARRAYS.sum(left, left.length) > goal
                && add(pivot(), points, loads)) {
            used++;
        }
        loads.use(1 + used);
        multiply();
    }

    private int pivot() {
        int pivot = 0;
        for (int j = 1; j < left.length; j++) {
            pivot = left[j] > left[pivot] ? j : pivot;
        }
        return pivot;
    }

    /** Carries what is left of a quantity; false where rounding has left nothing of it. */
    private boolean add(int pivot, WeightedPoints points, Loads loads) {
        int n = points.size();
        double[] load = loads.column(used + 1);
        weigh(table.values(pivot), table.factor(pivot), points, load);
        for (int t = 0; t < used; t++) {
            Kernels.ARRAYS.addScaled(-factor[pivot][t], loads.column(t + 1), 0, n, load, 0);
        }
        double variance = table.factor(pivot) * Kernels.ARRAYS.dot(load, table.values(pivot), n);
        if (!(variance > 0)) {
            return false;
        }
        Kernels.ARRAYS.scale(load, 1 / Math.sqrt(variance), n);
        for (int j = 0; j < left.length; j++) {
            double covariance = table.factor(j) * Kernels.ARRAYS.dot(load, table.values(j), n);
            factor[j][used] = covariance;
            left[j] = Math.max(0, left[j] - covariance * covariance);
        }
        left[pivot] = 0;
        return true;
    }

    private void multiply() {
        for (int s = 0; s < used; s++) {
            for (int t = 0; t <= s; t++) {
                double sum = 0;
                for (double[] row : factor) {
                    sum = Math.fma(row[s], row[t], sum);
                }
                gram[s][t] = sum;
                gram[t][s] = sum;
            }
        }
    }

    @Override
    public double[] newScratch() {
        return new double[carried];
    }

    @Override
    public double answer(Moments moments, double[] scratch) {
        double sum = 0;
        double[] probabilities = moments.of(0);
        for (int r = moments.first(); r < moments.end(); r++) {
            if (probabilities[r] > IGNORED) {
                for (int s = 0; s < used; s++) {
                    scratch[s] = moments.of(s + 1)[r];
                }
                sum += square(scratch) / probabilities[r];
            }
        }
        return sum;
    }

    private double square(double[] sums) {
        double square = 0;
        for (int s = 0; s < used; s++) {
            double product = factor.length == 0 ? sums[s] : Kernels.ARRAYS.dot(gram[s], sums, used);
            square = Math.fma(sums[s], product, square);
        }
        return square;
    }

    @Override
    public Carried over(WeightedPoints other) {
        return new CarriedQuantities(table.over(other));
    }
}
