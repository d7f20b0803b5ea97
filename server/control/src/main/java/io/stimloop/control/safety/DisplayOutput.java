package io.stimloop.control.safety;

/**
 * What a stimulus shows on a display.
 *
 * @param contrast of the stimulus, from 0 to 1
 * @param flashes  pairs of opposing changes of luminance that a command makes; rounded to a whole number
 */
public record DisplayOutput(Amount contrast, Amount flashes) {}
