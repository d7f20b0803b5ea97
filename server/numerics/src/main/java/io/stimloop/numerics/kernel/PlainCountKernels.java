package io.stimloop.numerics.kernel;

/** {@link CountKernels} without the Vector API. */
final class PlainCountKernels implements CountKernels {
    @Override
    public void add(double[] likelihood, double[] logs, int from, double shift, double[] peaks) {
        double newPeak = peaks[NEW_PEAK];
        double likelihoodPeak = peaks[LIKELIHOOD_PEAK];
        for (int i = 0; i < likelihood.length; i++) {
            double old = logs[from + i] - shift;
            double sum = old + likelihood[i];
            logs[from + i] = sum;
            newPeak = Math.max(newPeak, sum);
            likelihoodPeak = Math.max(likelihoodPeak, old > BELIEVED ? likelihood[i] : likelihoodPeak);
        }
        peaks[NEW_PEAK] = newPeak;
        peaks[LIKELIHOOD_PEAK] = likelihoodPeak;
    }
}
