package io.stimloop.rig.neurons.simulated;

import java.util.Map;

/**
 * Two von Mises lobes half a turn apart, as most direction-selective cells have: {@code g(x) = v(x -
 * preferred) + opposite * v(x - preferred - period / 2)}, v as in {@link CircularTuning}.
 *
 * @param baseline  spikes per trial, from 0
 * @param amplitude spikes per trial of the first lobe, from 0
 * @param preferred stimulus of the first lobe's peak, in the stimulus's unit
 * @param width     of both lobes, in the stimulus's unit, above 0
 * @param opposite  height of the second lobe as a fraction of the first, from 0
 * @param period    length of one turn, in the stimulus's unit, above 0
 */
public record BidirectionalTuning(double baseline, double amplitude, double preferred, double width,
        double opposite, double period) implements TuningCurve {
    public BidirectionalTuning {
        Checks.requirePeak(baseline, amplitude, preferred, width);
        Checks.requireFromZero("opposite", opposite);
        Checks.requireAboveZero("period", period);
    }

    @Override
    public double expectedCount(double stimulus) {
        double distance = stimulus - preferred;
        double first = CircularTuning.bump(distance, width, period);
        double second = CircularTuning.bump(distance - period / 2, width, period);
        return baseline + amplitude * (first + opposite * second);
    }

    @Override
    public double largestExpectedCount() {
        return baseline + amplitude * (1 + opposite);
    }

    @Override
    public TuningCurve transformed(double gain, double background, double shift) {
        return new BidirectionalTuning(background + gain * baseline, gain * amplitude,
                CircularTuning.wrapped(preferred + shift, period), width, opposite, period);
    }

    @Override
    public Map<String, Double> parameters() {
        Map<String, Double> parameters = TuningCurve.super.parameters();
        parameters.put("opposite", opposite);
        return parameters;
    }
}
