package io.stimloop.control.safety;

import io.stimloop.control.safety.Units.Frequency;
import io.stimloop.control.safety.Units.Span;

/**
 * When light or current may be on.
 *
 * @param maxPulse          of a pulse; of current both phases together
 * @param maxPulseRate      of the pulses of a train
 * @param maxTrain          from the first pulse to the end of the last
 * @param minRest           from the end of a train to the next of the same target or electrode
 * @param minRestPerTrain   the same, as a multiple of the length of the train before; the longer rest counts
 * @param maxDuty           time on within the window, as a fraction of it
 * @param dutyWindow        any time of this length
 * @param maxTrainsPerSecond of a target or electrode, in any second
 */
public record TrainLimits(Span maxPulse, Frequency maxPulseRate, Span maxTrain, Span minRest,
        double minRestPerTrain, double maxDuty, Span dutyWindow, double maxTrainsPerSecond) {
    private static final double NONE = Double.POSITIVE_INFINITY;

    /** For what drives nothing. */
    public static final TrainLimits UNLIMITED = new TrainLimits(new Span(NONE), new Frequency(NONE),
            new Span(NONE), new Span(0), 0, NONE, Span.ofSeconds(1), NONE);
}
