package io.stimloop.control.safety;

/**
 * Why a command is refused: one rule of the envelope each. Several may hold at once; the first in this order stands
 * for all where there is room for one.
 */
public enum Rule {
    /** Time ran backwards: nothing that depends on it can be told. */
    CLOCK("time since the latest check", "s"),
    /** Not one finite value per dimension. */
    SHAPE("finite values", ""),
    /** A value outside the limits of its dimension. */
    RANGE("the value", ""),
    /** Longer than a vector may be. */
    NORM("the length", ""),
    /** Two targets that exclude each other by the spec. */
    EXCLUSION("the targets on that exclude it", ""),
    /** A dimension that changes too fast. */
    SLEW("the change since the last command", ""),
    /** More targets or electrodes on at once than may be. */
    AT_ONCE("those on at once", ""),
    /** A target that is given too much power, or a negative one. */
    TARGET_POWER("the power", "mW"),
    /** All targets together are given too much power. */
    TOTAL_POWER("the power of all together", "mW"),
    /** Two targets on that are too near. */
    SPACING("the distance to another that is on", "um"),
    /** Too much light at the tip of the fibre. */
    IRRADIANCE("the irradiance at the tip", "mW/mm2"),
    /** A spot that is too bright while the pattern or the power of a shared beam has changed and the other has not. */
    SPOT_CHANGE("the power while the pattern changes", "mW"),
    /** A pulse that is too long, or none. */
    PULSE_LENGTH("the pulse", "ms"),
    /** Pulses that come too fast. */
    PULSE_RATE("the rate of the pulses", "Hz"),
    /** A pulse that begins before the one before it has ended. */
    PULSE_OVERLAP("the time from pulse to pulse", "ms"),
    /** A train that is too long. */
    TRAIN_LENGTH("the train", "ms"),
    /** The train before is still on. */
    OVERLAP("the rest of the train before", "ms"),
    /** A target or an electrode that must rest. */
    REFRACTORY("the rest still due", "ms"),
    /** Too many trains in a second. */
    RATE("the trains within a second", ""),
    /** On for too large a part of the time. */
    DUTY("the time on within the window", "ms"),
    /** A target that gets too much energy within a window. */
    WINDOW_ENERGY("the energy within the window", "mJ"),
    /** All targets together get too much energy within a window. */
    TOTAL_WINDOW_ENERGY("the energy of all together within the window", "mJ"),
    /** A target that gets too much energy in the whole experiment. */
    EXPERIMENT_ENERGY("the energy in the experiment", "mJ"),
    /** All targets together get too much energy in the whole experiment. */
    TOTAL_EXPERIMENT_ENERGY("the energy of all together in the experiment", "mJ"),
    /** The dose is not yet recorded as spent where it survives a crash. */
    DOSE_RESERVE("the energy in the experiment beyond what is reserved", "mJ"),
    /** The tissue at a target is estimated to become too warm. */
    HEATING("the rise of temperature", "degrees"),
    /** The tissue is estimated to become too warm by all targets together. */
    TOTAL_HEATING("the rise of temperature by all together", "degrees"),
    /** Too much current. */
    CURRENT("the current", "uA"),
    /** Too much charge in a phase. */
    PHASE_CHARGE("the charge per phase", "nC"),
    /** Too much charge in a phase for the area. */
    CHARGE_DENSITY("the charge density", "uC/cm2"),
    /** Charge and charge density together are beyond Shannon's line. */
    SHANNON("Shannon's k", ""),
    /** Too much charge in a phase for a microelectrode, of which Shannon's line says nothing. */
    MICRO_CHARGE("the charge per phase of a microelectrode", "nC"),
    /** The two phases of a pulse differ too much. */
    PULSE_BALANCE("the charge left by a pulse", "nC"),
    /** Too much charge is left within a window. */
    NET_CHARGE("the charge left within the window", "nC"),
    /** Contrast beyond its limit, or negative. */
    CONTRAST("the contrast", ""),
    /** Too many flashes in a second. */
    FLASH_RATE("the flashes within a second", ""),
    /** So many commands within a window that the account of it is full. */
    LEDGER("the entries in the account", "");

    private static final Rule[] ALL = values();

    private final String subject;
    private final String unit;

    Rule(String subject, String unit) {
        this.subject = subject;
        this.unit = unit;
    }

    /** The rule as a bit of a set of rules; a set lasts no longer than a check, so that the order may change. */
    @SuppressWarnings("EnumOrdinal")
    public long bit() {
        return 1L << ordinal();
    }

    /** Whether a set of rules has this one. */
    public boolean in(long rules) {
        return (rules & bit()) != 0;
    }

    /**
     * The first of a set of rules.
     *
     * @param rules not empty
     */
    public static Rule first(long rules) {
        return ALL[Long.numberOfTrailingZeros(rules)];
    }

    /** What is limited, in words. */
    public String subject() {
        return subject;
    }

    /** The unit of values and limits; empty for a bare number. */
    public String unit() {
        return unit;
    }
}
