package io.stimloop.numerics.kernel;

/** {@link CountKernels} without the Vector API. */
final class PlainCountKernels implements CountKernels {
    @Override
    public void addPoisson(double[] logs, int from, RateRows rows, double gain, double count, double shift,
            double[] peaks) {
        int at = from;
        for (double slope : rows.slopes()) {
            double drive = slope * gain;
            for (double offset : rows.offsets()) {
                double rate = Math.max(offset + drive, RateKnots.LOWEST_RATE);
                add(logs, at, shift, Math.fma(Elementary.log(rate), count, -rate), peaks);
                at++;
            }
        }
    }

    @Override
    public void addNegativeBinomial(double[] logs, int from, RateRows rows, double gain, double count,
            DispersionTerms terms, double shift, double[] peaks) {
        int at = from;
        for (double slope : rows.slopes()) {
            double drive = slope * gain;
            for (int i = 0; i < rows.stride(); i++) {
                double rate = Math.max(rows.offsets()[i] + drive, RateKnots.LOWEST_RATE);
                double spread = Elementary.log(Math.fma(terms.dispersion()[i], rate, 1));
                double fixed = Math.fma(-spread, terms.exponent()[i], terms.constant()[i]);
                add(logs, at, shift, Math.fma(Elementary.log(rate), count, fixed), peaks);
                at++;
            }
        }
    }

    private static void add(double[] logs, int at, double shift, double likelihood, double[] peaks) {
        double old = logs[at] - shift;
        logs[at] = old + likelihood;
        peaks[NEW_PEAK] = Math.max(peaks[NEW_PEAK], logs[at]);
        if (old > BELIEVED) {
            peaks[LIKELIHOOD_PEAK] = Math.max(peaks[LIKELIHOOD_PEAK], likelihood);
        }
    }
}
