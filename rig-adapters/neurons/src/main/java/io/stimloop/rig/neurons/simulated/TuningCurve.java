package io.stimloop.rig.neurons.simulated;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Expected spike count of a trial as a function of one stimulus value x: {@code f(x) = baseline + amplitude
 * * g(x)}, with g from 0. A blank trial gives the baseline.
 */
public sealed interface TuningCurve permits GaussianTuning, CircularTuning, BidirectionalTuning {
    /** Spikes per trial without a stimulus, from 0. */
    double baseline();

    /** Spikes per trial that the peak adds to the baseline, from 0. */
    double amplitude();

    /** Stimulus of the peak, in the stimulus's unit. */
    double preferred();

    /** Of the peak, in the stimulus's unit, above 0; each shape says what it measures. */
    double width();

    /**
     * f(x) in spikes per trial.
     *
     * @param stimulus x, in the unit of {@code preferred}
     */
    double expectedCount(double stimulus);

    /** A bound on f(x) in spikes per trial, as tight as the shape makes easy. */
    double largestExpectedCount();

    /**
     * The curve {@code background + gain * f(x - shift)}, which has the same shape.
     *
     * @param gain       from 0
     * @param background in spikes per trial, from 0
     * @param shift      in the stimulus's unit
     */
    TuningCurve transformed(double gain, double background, double shift);

    /** The parameters by the names that the wire contract's spec gives them, in its order; a fresh map. */
    default Map<String, Double> parameters() {
        Map<String, Double> parameters = new LinkedHashMap<>();
        parameters.put("baseline", baseline());
        parameters.put("amplitude", amplitude());
        parameters.put("preferred", preferred());
        parameters.put("width", width());
        return parameters;
    }
}
