package io.stimloop.inference.glm;

import io.stimloop.numerics.linear.LowerTriangle;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** The normal prior of a stimulus filter: its mean, and a covariance that is positive definite. Immutable. */
public sealed interface FilterPrior {
    /** One per weight; not to be modified. */
    double[] mean();

    /** Prior variance of a weight. */
    double variance(int weight);

    /** Writes the covariance into the upper left corner of a matrix of zeros. */
    void fill(Covariance covariance);

    /** Natural logarithm of the determinant of the covariance. */
    double logDeterminant();

    /** Draws the weights into the first elements of an array. */
    void draw(UniformRandomProvider random, double[] weights);

    /** Number of weights. */
    default int size() {
        return mean().length;
    }

    /**
     * Weights that are independent.
     *
     * @param mean     not to be modified
     * @param variance of each, above 0
     */
    record Independent(double[] mean, double variance) implements FilterPrior {
        @Override
        public double variance(int weight) {
            return variance;
        }

        @Override
        public void fill(Covariance covariance) {
            for (int i = 0; i < mean.length; i++) {
                covariance.set(i, i, variance);
            }
        }

        @Override
        public double logDeterminant() {
            return mean.length * StrictMath.log(variance);
        }

        @Override
        public void draw(UniformRandomProvider random, double[] weights) {
            var normal = ZigguratSampler.NormalizedGaussian.of(random);
            for (int i = 0; i < mean.length; i++) {
                weights[i] = mean[i] + Math.sqrt(variance) * normal.sample();
            }
        }
    }

    /**
     * Low rank plus diagonal: {@code variance I + sum_k factors[k] factors[k]'}.
     *
     * @param mean     not to be modified
     * @param variance above 0
     * @param factors  each of one value per weight; not to be modified
     */
    record LowRank(double[] mean, double variance, double[][] factors) implements FilterPrior {
        @Override
        public double variance(int weight) {
            double sum = variance;
            for (double[] factor : factors) {
                sum += factor[weight] * factor[weight];
            }
            return sum;
        }

        @Override
        public void fill(Covariance covariance) {
            for (int i = 0; i < mean.length; i++) {
                for (int j = 0; j <= i; j++) {
                    double sum = i == j ? variance : 0;
                    for (double[] factor : factors) {
                        sum += factor[i] * factor[j];
                    }
                    covariance.set(i, j, sum);
                }
            }
        }

        /** By the matrix determinant lemma, from a matrix as small as there are factors. */
        @Override
        public double logDeterminant() {
            LowerTriangle inner = new LowerTriangle();
            inner.ensure(factors.length);
            for (int k = 0; k < factors.length; k++) {
                for (int l = 0; l <= k; l++) {
                    inner.row(k)[l] = (k == l ? 1 : 0) + dot(factors[k], factors[l]) / variance;
                }
            }
            inner.factor(factors.length);
            return mean.length * StrictMath.log(variance) + 2 * inner.logDiagonal(factors.length);
        }

        @Override
        public void draw(UniformRandomProvider random, double[] weights) {
            new Independent(mean, variance).draw(random, weights);
            var normal = ZigguratSampler.NormalizedGaussian.of(random);
            for (double[] factor : factors) {
                double amount = normal.sample();
                for (int i = 0; i < mean.length; i++) {
                    weights[i] += amount * factor[i];
                }
            }
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        }
    }

    /**
     * Blocks of weights, one after the other, that are correlated within a block only.
     *
     * @param mean   not to be modified
     * @param blocks that cover all weights
     */
    record Blocks(double[] mean, List<CovarianceBlock> blocks) implements FilterPrior {
        @Override
        public double variance(int weight) {
            int start = 0;
            int block = 0;
            while (weight >= start + blocks.get(block).size()) {
                start += blocks.get(block++).size();
            }
            return blocks.get(block).covariance(weight - start, weight - start);
        }

        @Override
        public void fill(Covariance covariance) {
            int start = 0;
            for (CovarianceBlock block : blocks) {
                for (int i = 0; i < block.size(); i++) {
                    for (int j = 0; j <= i; j++) {
                        covariance.set(start + i, start + j, block.covariance(i, j));
                    }
                }
                start += block.size();
            }
        }

        @Override
        public double logDeterminant() {
            return blocks.stream().mapToDouble(CovarianceBlock::logDeterminant).sum();
        }

        @Override
        public void draw(UniformRandomProvider random, double[] weights) {
            int start = 0;
            for (CovarianceBlock block : blocks) {
                double[] off = block.draw(random);
                for (int i = 0; i < off.length; i++) {
                    weights[start + i] = mean[start + i] + off[i];
                }
                start += block.size();
            }
        }
    }
}
