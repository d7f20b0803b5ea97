package io.stimloop.numerics.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/** {@link CountKernels} in registers of four doubles. */
final class VectorCountKernels implements CountKernels {
    @Override
    public void add(double[] likelihood, double[] logs, int from, double shift, double[] peaks) {
        DoubleVector newPeak = VectorElementary.all(peaks[NEW_PEAK]);
        DoubleVector likelihoodPeak = VectorElementary.all(peaks[LIKELIHOOD_PEAK]);
        for (int i = 0; i < likelihood.length; i += Kernels.LANES) {
            DoubleVector added = load(likelihood, i);
            DoubleVector old = load(logs, from + i).sub(shift);
            DoubleVector sum = old.add(added);
            sum.intoArray(logs, from + i);
            newPeak = newPeak.max(sum);
            likelihoodPeak = likelihoodPeak
                    .max(likelihoodPeak.blend(added, old.compare(VectorOperators.GT, BELIEVED)));
        }
        peaks[NEW_PEAK] = newPeak.reduceLanes(VectorOperators.MAX);
        peaks[LIKELIHOOD_PEAK] = likelihoodPeak.reduceLanes(VectorOperators.MAX);
    }

    private static DoubleVector load(double[] x, int at) {
        return DoubleVector.fromArray(VectorElementary.LANES, x, at);
    }
}
