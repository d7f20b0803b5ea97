package io.stimloop.control.safety;

/**
 * The pulses of a command.
 *
 * @param pulseMs how long each is, in milliseconds
 * @param pulses  how many there are; rounded to a whole number
 * @param rateHz  how often they come, in Hz; of no account where there is one
 */
public record Train(Amount pulseMs, Amount pulses, Amount rateHz) {
    /** One pulse of this length. */
    public static Train single(Amount pulseMs) {
        return new Train(pulseMs, Amount.of(1), Amount.of(1));
    }
}
