package io.stimloop.control.spec;

/**
 * How the model is checked while the experiment runs.
 *
 * @param on            whether it is
 * @param falseAlarm    chance of a false alarm within 1,000 trials, above 0 and below 1
 * @param balancedShare fraction of the trials that come from balanced blocks while an alarm is up, from 0 to 1
 */
public record ModelCheckSettings(boolean on, double falseAlarm, double balancedShare) {}
