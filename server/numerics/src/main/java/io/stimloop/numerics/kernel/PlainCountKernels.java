package io.stimloop.numerics.kernel;

/** {@link CountKernels} without the Vector API. */
final class PlainCountKernels implements CountKernels {
    @Override
    public void rates(double[] offsets, double[] slopes, double gain, double[] out) {
        int at = 0;
        for (double slope : slopes) {
            double drive = slope * gain;
            for (double offset : offsets) {
                out[at] = Elementary.atLeast(offset + drive, RateKnots.LOWEST_RATE);
                at++;
            }
        }
    }

    @Override
    public void add(double[] likelihood, double[] logs, int from, double shift, double[] peaks) {
        double newPeak = peaks[NEW_PEAK];
        double likelihoodPeak = peaks[LIKELIHOOD_PEAK];
        for (int i = 0; i < likelihood.length; i++) {
            double old = logs[from + i] - shift;
            double sum = old + likelihood[i];
            logs[from + i] = sum;
            newPeak = Elementary.atLeast(newPeak, sum);
            likelihoodPeak = Elementary.atLeast(likelihoodPeak,
                    old > BELIEVED ? likelihood[i] : likelihoodPeak);
        }
        peaks[NEW_PEAK] = newPeak;
        peaks[LIKELIHOOD_PEAK] = likelihoodPeak;
    }
}
