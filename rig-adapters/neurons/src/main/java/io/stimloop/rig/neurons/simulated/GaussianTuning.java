package io.stimloop.rig.neurons.simulated;

/**
 * A Gaussian bump: {@code g(x) = exp(-(x - preferred)^2 / (2 width^2))}, as in Pillow and Park 2016.
 *
 * @param baseline  spikes per trial, from 0
 * @param amplitude spikes per trial, from 0
 * @param preferred stimulus of the peak, in the stimulus's unit
 * @param width     standard deviation of the bump, in the stimulus's unit, above 0
 */
public record GaussianTuning(double baseline, double amplitude, double preferred, double width)
        implements
            TuningCurve {
    public GaussianTuning {
        Checks.requirePeak(baseline, amplitude, preferred, width);
    }

    @Override
    public double expectedCount(double stimulus) {
        double z = (stimulus - preferred) / width;
        return baseline + amplitude * StrictMath.exp(-0.5 * z * z);
    }

    @Override
    public double largestExpectedCount() {
        return baseline + amplitude;
    }

    @Override
    public TuningCurve transformed(double gain, double background, double shift) {
        return new GaussianTuning(background + gain * baseline, gain * amplitude, preferred + shift, width);
    }
}
