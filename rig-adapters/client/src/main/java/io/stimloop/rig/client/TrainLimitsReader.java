package io.stimloop.rig.client;

import io.stimloop.rig.guard.DutyRule;
import io.stimloop.rig.guard.RestRule;
import io.stimloop.rig.guard.Train;
import io.stimloop.rig.guard.TrainRule;
import io.stimloop.v1.TrainLimits;

/** When light or current may be on. */
final class TrainLimitsReader {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long NANOS_PER_S = 1_000_000_000;

    private TrainLimitsReader() {}

    /** @param values the places of the light or the current */
    static void read(TrainLimits limits, int[] values, Train train, Draught draught) {
        draught.add(new TrainRule(values, train, limits.getMaxPulseMs(), limits.getMaxTrainMs(),
                limits.getMaxPulseRateHz()));
        draught.add(new RestRule(values, train, (long) (limits.getMinRestMs() * NANOS_PER_MILLI),
                limits.getMinRestPerTrain()));
        long windowNanos = (long) (limits.getDutyWindowS() * NANOS_PER_S);
        for (int value : values) {
            draught.add(new DutyRule(value, train, windowNanos,
                    limits.getMaxDuty() * limits.getDutyWindowS(), Double.POSITIVE_INFINITY));
            draught.add(new DutyRule(value, train, NANOS_PER_S, Double.POSITIVE_INFINITY,
                    limits.getMaxTrainsPerS()));
        }
    }
}
