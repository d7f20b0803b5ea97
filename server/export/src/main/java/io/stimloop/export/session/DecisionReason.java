package io.stimloop.export.session;

import io.stimloop.v1.Decision;
import io.stimloop.v1.JournalRecord;

/** Why a decision was made, in words, from its record. */
final class DecisionReason {
    private DecisionReason() {}

    static String of(JournalRecord.Commanded command) {
        Decision decision = command.getPresent().getDecision();
        String words = switch (decision.getSource()) {
            case SEARCH -> "search: " + scored(decision, command.getSkipped());
            case SPECULATED -> "foreseen, searched before the response came: "
                    + scored(decision, command.getSkipped());
            case POLICY -> "policy";
            case FALLBACK -> "fallback: nothing was scored in time";
            case DESIGN -> "design";
            default -> "";
        };
        String planner = command.getReason();
        if (planner.isEmpty() || words.endsWith(planner)) {
            return words;
        }
        return words.isEmpty() || planner.startsWith(words) ? planner : words + " (" + planner + ")";
    }

    private static String scored(Decision decision, int skipped) {
        String scored = Integer.toUnsignedString(decision.getEvaluated())
                + (decision.getCandidates() == 0
                        ? " scored"
                        : " of " + Integer.toUnsignedString(decision.getCandidates()) + " scored");
        return skipped == 0 ? scored : scored + ", " + Integer.toUnsignedString(skipped) + " could not be";
    }
}
