package io.stimloop.gateway.page;

import io.stimloop.control.experiment.DecisionTimes;
import io.stimloop.control.experiment.TrialListener;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.Foresight;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;

/** Something that an experiment told, kept as it was told until the page's own thread looks at it. */
sealed interface Happening {
    /** A command left. */
    record Commanded(Present command) implements Happening {}

    /** The same command: how it was chosen, when its stages were done, and when that was by the wall clock. */
    record Decided(Decision decision, DecisionTimes times, long atMillis) implements Happening {}

    /** An outcome came, or a trial was withdrawn, of which nothing more is told than that. */
    record Taken(Outcome outcome, boolean withdrawn) implements Happening {}

    /** What came of the outcome. */
    record Received(TrialListener.Reception reception) implements Happening {}

    /**
     * All that the outcome brought is done.
     *
     * @param trials      that the belief has learned from
     * @param entropyNats what it still holds; NaN where that is not at hand
     */
    record Learned(long trials, double entropyNats) implements Happening {}

    /** A response had been prepared for, well or not. */
    record Foreseen(Foresight foresight) implements Happening {}

    /** A line of the log. */
    record Noted(Severity severity, String text, long atMillis) implements Happening {}
}
