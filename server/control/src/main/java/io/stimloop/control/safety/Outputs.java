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

    /** How many doses are accounted: one for each target and one for all of them. */
    public int doses() {
        return light.map(output -> output.targets() + 1).orElse(0);
    }
}
