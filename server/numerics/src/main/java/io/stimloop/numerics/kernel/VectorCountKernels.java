package io.stimloop.numerics.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** {@link CountKernels} in registers of four doubles. */
final class VectorCountKernels implements CountKernels {
    private static final DoubleVector NOTHING = VectorElementary.all(Double.NEGATIVE_INFINITY);

    @Override
    public void addPoisson(double[] logs, int from, RateRows rows, double gain, double count, double shift,
            double[] peaks) {
        double[] offsets = rows.offsets();
        DoubleVector newPeak = NOTHING;
        DoubleVector likelihoodPeak = NOTHING;
        int at = from;
        for (double slope : rows.slopes()) {
            for (int i = 0; i < offsets.length; i += Kernels.LANES, at += Kernels.LANES) {
                DoubleVector rate = load(offsets, i).add(slope * gain).max(RateKnots.LOWEST_RATE);
                DoubleVector likelihood = VectorElementary.log(rate).fma(VectorElementary.all(count),
                        rate.neg());
                DoubleVector old = load(logs, at).sub(shift);
                DoubleVector sum = old.add(likelihood);
                sum.intoArray(logs, at);
                newPeak = newPeak.max(sum);
                likelihoodPeak = likelihoodPeak.max(believed(old, likelihood));
            }
        }
        raise(peaks, newPeak, likelihoodPeak);
    }

    @Override
    public void addNegativeBinomial(double[] logs, int from, RateRows rows, double gain, double count,
            DispersionTerms terms, double shift, double[] peaks) {
        double[] offsets = rows.offsets();
        DoubleVector newPeak = NOTHING;
        DoubleVector likelihoodPeak = NOTHING;
        int at = from;
        for (double slope : rows.slopes()) {
            for (int i = 0; i < offsets.length; i += Kernels.LANES, at += Kernels.LANES) {
                DoubleVector rate = load(offsets, i).add(slope * gain).max(RateKnots.LOWEST_RATE);
                DoubleVector spread = VectorElementary
                        .log(load(terms.dispersion(), i).fma(rate, VectorElementary.all(1)));
                DoubleVector fixed = spread.neg().fma(load(terms.exponent(), i), load(terms.constant(), i));
                DoubleVector likelihood = VectorElementary.log(rate).fma(VectorElementary.all(count), fixed);
                DoubleVector old = load(logs, at).sub(shift);
                DoubleVector sum = old.add(likelihood);
                sum.intoArray(logs, at);
                newPeak = newPeak.max(sum);
                likelihoodPeak = likelihoodPeak.max(believed(old, likelihood));
            }
        }
        raise(peaks, newPeak, likelihoodPeak);
    }

    private static DoubleVector believed(DoubleVector old, DoubleVector likelihood) {
        VectorMask<Double> mask = old.compare(VectorOperators.GT, BELIEVED);
        return NOTHING.blend(likelihood, mask);
    }

    private static void raise(double[] peaks, DoubleVector newPeak, DoubleVector likelihoodPeak) {
        peaks[NEW_PEAK] = Math.max(peaks[NEW_PEAK], newPeak.reduceLanes(VectorOperators.MAX));
        peaks[LIKELIHOOD_PEAK] = Math.max(peaks[LIKELIHOOD_PEAK],
                likelihoodPeak.reduceLanes(VectorOperators.MAX));
    }

    private static DoubleVector load(double[] x, int at) {
        return DoubleVector.fromArray(VectorElementary.LANES, x, at);
    }
}
