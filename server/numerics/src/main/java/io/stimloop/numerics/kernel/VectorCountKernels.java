package io.stimloop.numerics.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/** {@link CountKernels} in registers of four doubles. */
final class VectorCountKernels implements CountKernels {
    @Override
    public void rates(double[] offsets, double[] slopes, double gain, double[] out) {
        int at = 0;
        for (double slope : slopes) {
            double drive = slope * gain;
            for (int column = 0; column < offsets.length; column += Kernels.LANES, at += Kernels.LANES) {
                Lanes.atLeast(Lanes.load(offsets, column).add(drive), RateKnots.LOWEST_RATE).intoArray(out,
                        at);
            }
        }
    }

    @Override
    public void add(double[] likelihood, double[] logs, int from, double shift, double[] peaks) {
        DoubleVector newPeak = Lanes.all(peaks[NEW_PEAK]);
        DoubleVector likelihoodPeak = Lanes.all(peaks[LIKELIHOOD_PEAK]);
        for (int i = 0; i < likelihood.length; i += Kernels.LANES) {
            DoubleVector added = Lanes.load(likelihood, i);
            DoubleVector old = Lanes.load(logs, from + i).sub(shift);
            DoubleVector sum = old.add(added);
            sum.intoArray(logs, from + i);
            newPeak = newPeak.blend(sum, sum.compare(VectorOperators.GT, newPeak));
            DoubleVector believed = likelihoodPeak.blend(added, old.compare(VectorOperators.GT, BELIEVED));
            likelihoodPeak = likelihoodPeak.blend(believed,
                    believed.compare(VectorOperators.GT, likelihoodPeak));
        }
        peaks[NEW_PEAK] = newPeak.reduceLanes(VectorOperators.MAX);
        peaks[LIKELIHOOD_PEAK] = likelihoodPeak.reduceLanes(VectorOperators.MAX);
    }
}
