package io.stimloop.control.experiment;

import io.stimloop.control.spec.FallbackChoice;
import io.stimloop.control.spec.Wording;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.Progress;

/** Why a decision was made, in words for people. Made where it is read, never in the loop. */
final class DecisionWords {
    private DecisionWords() {}

    /**
     * The reason.
     *
     * @param planner  what the planner says beside; may be empty
     * @param fallback of the spec
     */
    static String reason(Decision decision, String planner, FallbackChoice fallback) {
        String words = switch (decision.source()) {
            case SEARCH -> "search: " + scored(decision.progress());
            case SPECULATED -> "foreseen, searched before the response came: " + scored(decision.progress());
            case POLICY -> planner.isEmpty() ? "policy" : "policy " + planner;
            case FALLBACK -> fallback(decision, fallback);
            case DESIGN -> "design";
        };
        return planner.isEmpty() || words.endsWith(planner) ? words : words + " (" + planner + ")";
    }

    private static String scored(Progress progress) {
        String scored = progress.candidates() == 0
                ? Wording.number(progress.evaluated()) + " scored"
                : Wording.number(progress.evaluated()) + " of " + Wording.number(progress.candidates())
                        + " scored";
        return progress.skipped() == 0
                ? scored
                : scored + ", " + Wording.number(progress.skipped()) + " could not be";
    }

    private static String fallback(Decision decision, FallbackChoice fallback) {
        if (decision.stimulus().length == 0 && decision.candidates() == 0) {
            return "blank: no candidate was allowed after the trial before";
        }
        String name = switch (fallback) {
            case FallbackChoice.Balanced() -> "BALANCED";
            case FallbackChoice.Stimulus _ -> "STIMULUS";
            case FallbackChoice.Blank() -> "BLANK";
        };
        int skipped = decision.progress().skipped();
        return "fallback " + name + ": " + (skipped == 0
                ? "the time was up before one candidate was scored"
                : "none of " + Wording.number(skipped) + " candidates tried could be scored");
    }
}
