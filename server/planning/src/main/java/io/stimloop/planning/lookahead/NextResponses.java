package io.stimloop.planning.lookahead;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ResponsePredictor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The responses to the candidates of the next trial that stand for all, found once for a decision. Not thread safe. */
final class NextResponses {
    private final Outlook outlook;
    private final Belief belief;
    private final ResponsePredictor.View view;
    private final Map<Integer, Branches> byCandidate = new HashMap<>();

    /** @param view of the present belief */
    NextResponses(Outlook outlook, Belief belief, ResponsePredictor.View view) {
        this.outlook = outlook;
        this.belief = belief;
        this.view = view;
    }

    /** Finds those to candidates that they have not been found for; false when patience was lost. */
    boolean find(int[] candidates, Patience patience) {
        for (int candidate : candidates) {
            if (!byCandidate.containsKey(candidate)) {
                if (!patience.lasts()) {
                    return false;
                }
                Branches found = new Branches(outlook.branching().most(), outlook.units());
                outlook.branching().fill(view.predict(candidate), belief, outlook.stimuli()[candidate],
                        found);
                byCandidate.put(candidate, found);
            }
        }
        return true;
    }

    /** Those to a candidate that they have been found for. */
    Branches to(int candidate) {
        return Objects.requireNonNull(byCandidate.get(candidate));
    }

    /** Those to each of these. */
    Branches[] to(int[] candidates) {
        return Arrays.stream(candidates).mapToObj(this::to).toArray(Branches[]::new);
    }
}
