package io.stimloop.gateway.page;

import java.util.List;

/**
 * One trial that is over.
 *
 * @param trial        its number
 * @param stimulus     what was commanded; empty for a blank
 * @param response     counts, choices or values, as the rig sent them
 * @param source       of its decision, as in the wire's words
 * @param expectedNats the decision's utility; NaN where nothing was scored
 * @param learned      how many trials the belief had learned from after it
 * @param latencyMs    of its decision; NaN where not known
 * @param missed       whether its command left late
 * @param cause        why, for people; empty where it did not
 * @param invalid      whether the rig gave it up, or it was withdrawn
 * @param atMillis     when its command left, by the wall clock
 */
record TrialRow(long trial, double[] stimulus, List<? extends Number> response, String source,
        double expectedNats,
        long learned, double latencyMs, boolean missed, String cause, boolean invalid, long atMillis) {}
