package io.stimloop.inference.glm;

import io.stimloop.numerics.kernel.Kernels;
import java.util.Arrays;

/**
 * Mean m and variance v of eta of one neuron at each of some stimuli. The part that a stimulus makes alone,
 * {@code mu . x} and {@code x'Cx}, is carried along: after a trial with direction g it takes one product
 * {@code u = g . x} per stimulus, {@code m += step u} and {@code v += factor u^2}, instead of {@code C x}. The part of
 * the other regressors, which are the same for all stimuli, is worked out anew. Not thread safe.
 */
final class UnitMoments {
    private final int stimulusSize;
    private final int tailSize;
    private final StimulusRows rows;
    private final double[] means;
    private final double[] variances;
    private final double[] along;
    private final double[] cross;
    private final double[] crossVector;
    private final double[] regressors;
    private final double[] product;
    private double tailMean;
    private double tailVariance;

    UnitMoments(GlmModel model, StimulusRows rows) {
        this.stimulusSize = model.stimulusSize();
        this.tailSize = model.tailSize();
        this.rows = rows;
        this.means = new double[rows.count()];
        this.variances = new double[rows.count()];
        this.along = new double[rows.count()];
        this.cross = new double[tailSize == 0 ? 0 : rows.count()];
        this.crossVector = new double[Kernels.padded(model.size())];
        this.regressors = new double[Kernels.padded(model.size())];
        this.product = new double[Kernels.padded(model.size())];
    }

    /** Bytes for so many stimuli. */
    static long bytes(GlmModel model, int count) {
        return Double.BYTES * ((model.tailSize() == 0 ? 3L : 4L) * count + 3L * Kernels.padded(model.size()));
    }

    /** Takes over the numbers of another, of the same stimuli. */
    void copyFrom(UnitMoments other) {
        System.arraycopy(other.means, 0, means, 0, means.length);
        System.arraycopy(other.variances, 0, variances, 0, variances.length);
    }

    /** Works out all stimuli from the belief: O(d^2) each. */
    void recompute(UnitPosterior posterior) {
        for (int i = 0; i < rows.count(); i++) {
            recompute(posterior, i);
        }
    }

    /** Works out one stimulus; returns {@code C x} for it, valid until the next call. */
    double[] recompute(UnitPosterior posterior, int index) {
        rows.copy(index, regressors);
        posterior.covariance().multiply(regressors, product);
        means[index] = Kernels.ARRAYS.dot(posterior.mean(), regressors, stimulusSize);
        variances[index] = Kernels.ARRAYS.dot(product, regressors, stimulusSize);
        return product;
    }

    /** Takes in a change {@code mu += step g, C += factor g g'}. */
    void carry(double[] direction, double step, double factor) {
        rows.dots(direction, 0, rows.count(), along);
        for (int i = 0; i < along.length; i++) {
            means[i] = Math.fma(step, along[i], means[i]);
            variances[i] = Math.fma(factor * along[i], along[i], variances[i]);
        }
    }

    /** The products {@code g . x} of the last {@link #carry}; not to be modified. */
    double[] along() {
        return along;
    }

    /** Takes in that all weights wandered by a variance. */
    void drift(double variance, double[] squaredNorms) {
        for (int i = 0; i < variances.length; i++) {
            variances[i] = Math.fma(variance, squaredNorms[i], variances[i]);
        }
    }

    /** Takes in the other regressors of the next trial. */
    void refreshTail(UnitPosterior posterior, double[] tail) {
        if (tailSize == 0) {
            return;
        }
        WeightCovariance covariance = posterior.covariance();
        Arrays.fill(crossVector, 0);
        tailMean = 0;
        tailVariance = 0;
        for (int k = 0; k < tailSize; k++) {
            int row = stimulusSize + k;
            covariance.addRow(row, tail[k], stimulusSize, crossVector);
            tailMean += tail[k] * posterior.mean()[row];
            for (int l = 0; l < tailSize; l++) {
                tailVariance += tail[k] * tail[l] * covariance.get(row, stimulusSize + l);
            }
        }
        rows.dots(crossVector, 0, rows.count(), cross);
    }

    /** {@code C_xt t}: covariances of the filter with the part of eta that the other regressors t make; padded. */
    double[] crossVector() {
        return crossVector;
    }

    /** Variance of the part of eta that the other regressors make. */
    double tailVariance() {
        return tailVariance;
    }

    /** Mean of that part. */
    double tailMean() {
        return tailMean;
    }

    /** Covariance of that part with what the stimulus makes. */
    double cross(int index) {
        return tailSize == 0 ? 0 : cross[index];
    }

    /** Mean of eta at a stimulus. */
    double mean(int index) {
        return means[index] + tailMean;
    }

    /** Variance of eta at a stimulus, from 0. */
    double variance(int index) {
        return Math.max(0, variances[index] + 2 * cross(index) + tailVariance);
    }
}
