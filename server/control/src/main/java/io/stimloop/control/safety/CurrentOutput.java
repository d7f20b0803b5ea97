package io.stimloop.control.safety;

import io.stimloop.control.safety.Units.Area;
import java.util.List;

/**
 * The current that a stimulus drives: pulses of two phases of the same length and opposite sign.
 *
 * @param electrodes where it leaves
 * @param phaseUs    length of a phase, in microseconds
 * @param pulses     how many a command has
 * @param rateHz     how often they come, in Hz
 * @param recovery   charge of the second phase, as a fraction of that of the first; 0 where there is none
 */
public record CurrentOutput(List<Electrode> electrodes, Amount phaseUs, Amount pulses, Amount rateHz,
        Amount recovery) {
    /**
     * One electrode.
     *
     * @param dimension whose value is its current in microamperes; the first phase has its sign
     * @param area      geometric, of its surface
     */
    public record Electrode(int dimension, Area area) {}
}
