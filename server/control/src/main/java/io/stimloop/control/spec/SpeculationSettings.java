package io.stimloop.control.spec;

/**
 * What is planned ahead.
 *
 * @param responses most to plan for in a trial; 0 for none
 * @param asked     whether the spec says so, and not only its defaults
 */
record SpeculationSettings(int responses, boolean asked) {
    /** Nothing. */
    static final SpeculationSettings OFF = new SpeculationSettings(0, false);
}
