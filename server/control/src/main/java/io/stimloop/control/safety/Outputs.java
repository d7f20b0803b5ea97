package io.stimloop.control.safety;

import java.util.Optional;

/**
 * What a stimulus drives outside.
 *
 * @param light   empty for none
 * @param current empty for none
 * @param display empty where it is not told what is shown
 */
public record Outputs(Optional<LightOutput> light, Optional<CurrentOutput> current,
        Optional<DisplayOutput> display) {
    /** Nothing that is told. */
    public static final Outputs NONE = new Outputs(Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether it can harm tissue: light or current. */
    public boolean hazardous() {
        return light.isPresent() || current.isPresent();
    }

    /**
     * How long the light and the current of a command last, in nanoseconds, from 0.
     *
     * @param stimulus one value per dimension; empty is the blank, which lasts no time
     */
    public long lastsNanos(double[] stimulus) {
        Timing timing = new Timing();
        long longest = 0;
        if (light.isPresent() && stimulus.length > 0) {
            timing.take(light.get().train(), stimulus);
            longest = timing.trainNanos();
        }
        if (current.isPresent() && stimulus.length > 0) {
            timing.take(current.get().phaseUs(), current.get().pulses(), current.get().rateHz(), stimulus);
            longest = Math.max(longest, timing.trainNanos());
        }
        return longest;
    }

    /** How many doses are accounted: one for each target and one for all of them. */
    public int doses() {
        return light.map(output -> output.targets() + 1).orElse(0);
    }
}
