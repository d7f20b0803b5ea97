package io.stimloop.control.experiment;

import io.stimloop.inference.belief.Belief;
import io.stimloop.planning.decision.Planner;
import java.util.List;
import java.util.stream.Stream;

/**
 * Notices when a belief or a planner has something new for the operator. Looks after every tenth trial only, because a look may
 * cost as much as a decision. Called by the experiment's one writer after a command has left.
 */
final class WarningWatch {
    private static final int EVERY_TRIALS = 10;

    private List<String> subjects = List.of();
    private List<String> warnings = List.of();

    /**
     * Looks, if it is time to.
     *
     * @param counted trials that counted
     * @return whether there are warnings about other things than before; a number in one may change unnoticed
     */
    boolean changed(Belief belief, Planner planner, DecisionTally tally, long counted) {
        if (counted == 0 || counted % EVERY_TRIALS != 0) {
            return false;
        }
        warnings = Stream.of(belief.warnings(), planner.warnings(), tally.warnings()).flatMap(List::stream)
                .toList();
        List<String> now = warnings.stream().map(WarningWatch::subject).sorted().toList();
        boolean changed = !now.equals(subjects);
        subjects = now;
        return changed;
    }

    private static String subject(String warning) {
        int colon = warning.indexOf(':');
        return colon < 0 ? warning : warning.substring(0, colon);
    }

    /** Those found at the last look. */
    List<String> warnings() {
        return warnings;
    }
}
