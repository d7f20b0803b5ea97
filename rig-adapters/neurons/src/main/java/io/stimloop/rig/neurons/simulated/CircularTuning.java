package io.stimloop.rig.neurons.simulated;

/**
 * A von Mises bump on a circle: {@code g(x) = exp((cos(x - preferred) - 1) / width^2)}, angles as fractions
 * of the period turned into radians.
 *
 * @param baseline  spikes per trial, from 0
 * @param amplitude spikes per trial, from 0
 * @param preferred stimulus of the peak, in the stimulus's unit
 * @param width     sd of the Gaussian that the peak resembles, in the stimulus's unit, above 0
 * @param period    length of one turn, in the stimulus's unit, above 0
 */
public record CircularTuning(double baseline, double amplitude, double preferred, double width, double period)
        implements
            TuningCurve {
    public CircularTuning {
        Checks.requirePeak(baseline, amplitude, preferred, width);
        Checks.requireAboveZero("period", period);
    }

    @Override
    public double expectedCount(double stimulus) {
        return baseline + amplitude * bump(stimulus - preferred, width, period);
    }

    @Override
    public double largestExpectedCount() {
        return baseline + amplitude;
    }

    @Override
    public TuningCurve transformed(double gain, double background, double shift) {
        return new CircularTuning(background + gain * baseline, gain * amplitude,
                wrapped(preferred + shift, period), width, period);
    }

    /** The von Mises bump of height 1 at a distance from its peak; 1 - cos(a) is 2 sin^2(a / 2). */
    static double bump(double distance, double width, double period) {
        double sine = StrictMath.sin(Math.PI * distance / period) / (2 * Math.PI * width / period);
        return StrictMath.exp(-2 * sine * sine);
    }

    /** The same point of the circle, from 0 to below the period. */
    static double wrapped(double value, double period) {
        double rest = value % period;
        return rest < 0 ? rest + period : rest;
    }
}
