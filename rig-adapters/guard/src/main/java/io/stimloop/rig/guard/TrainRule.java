package io.stimloop.rig.guard;

import java.util.Arrays;
import java.util.Optional;

/**
 * The shape of a train by itself, where any of some values is other than 0.
 *
 * @param values   their places; not to be modified
 * @param train    of a command
 * @param maxPulseMs of each pulse
 * @param maxTrainMs from the first pulse to the end of the last
 * @param maxRateHz of the pulses, where there are several
 */
public record TrainRule(int[] values, Train train, double maxPulseMs, double maxTrainMs, double maxRateHz)
        implements
            Rule {
    private static final double ROUNDING = 1e-9;
    private static final double MS_PER_S = 1e3;

    @Override
    public Optional<String> refusal(double[] stimulus, long nowNanos) {
        if (Arrays.stream(values).noneMatch(value -> stimulus[value] != 0)) {
            return Optional.empty();
        }
        double pulseMs = train.pulseSeconds(stimulus) * MS_PER_S;
        if (!(pulseMs > 0 && pulseMs <= maxPulseMs * (1 + ROUNDING))) {
            return Optional.of("pulses of " + pulseMs + " ms; at most " + maxPulseMs + " may be");
        }
        if (train.count(stimulus) > 1) {
            double rateHz = train.rateHz().applyAsDouble(stimulus);
            if (!(rateHz > 0 && rateHz <= maxRateHz * (1 + ROUNDING))) {
                return Optional.of(rateHz + " pulses a second; at most " + maxRateHz + " may be");
            }
            if (!(pulseMs <= MS_PER_S / rateHz * (1 + ROUNDING))) {
                return Optional.of("pulses of " + pulseMs + " ms " + MS_PER_S / rateHz + " ms apart");
            }
        }
        double trainMs = train.lengthSeconds(stimulus) * MS_PER_S;
        return trainMs <= maxTrainMs * (1 + ROUNDING)
                ? Optional.empty()
                : Optional.of("a train of " + trainMs + " ms; at most " + maxTrainMs + " may be");
    }
}
