package io.stimloop.planning.lookahead;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.planning.decision.Previous;
import java.util.Arrays;

/**
 * What would be believed after some trials of a future, and what each candidate would then be worth. The memory is used
 * again for the next such belief where the belief allows it. Not thread safe.
 */
final class Level {
    private final Outlook outlook;
    private final double[] utilities;
    private final Ranking ranking;
    private final Branches branches;
    private Belief belief;
    private ResponsePredictor predictor;
    private ResponsePredictor.View view;
    private int scored;

    /**
     * One that stands at the present.
     *
     * @param present   not changed; a copy is
     * @param predictor of the present belief
     */
    Level(Outlook outlook, Belief present, ResponsePredictor predictor) {
        this.outlook = outlook;
        this.utilities = new double[outlook.stimuli().length];
        this.ranking = new Ranking(utilities.length);
        this.branches = new Branches(outlook.branching().most(), outlook.units());
        this.belief = present.copy();
        this.predictor = predictor.over(belief);
        this.view = this.predictor.newView();
    }

    /** Takes up what would be believed after one more trial. */
    void follow(Belief before, double[] stimulus, double[] response) {
        if (!belief.become(before)) {
            belief = before.copy();
            predictor = predictor.over(belief);
            view = predictor.newView();
        }
        belief.condition(stimulus, response);
        predictor.refresh();
    }

    Belief belief() {
        return belief;
    }

    /**
     * Works out the utility of every candidate that may follow, less its cost; minus infinity where one may not or
     * cannot be scored.
     *
     * @return false when patience was lost
     */
    boolean score(Previous previous, Patience patience) {
        scored = 0;
        for (int candidate = 0; candidate < utilities.length; candidate++) {
            utilities[candidate] = Double.NEGATIVE_INFINITY;
            if (outlook.candidates().reach().allows(candidate, previous)) {
                if (!patience.lasts()) {
                    return false;
                }
                double utility = outlook.aim().objective().utility(view.predict(candidate))
                        - outlook.aim().cost().of(outlook.stimuli()[candidate], previous.stimulus());
                if (utility > Double.NEGATIVE_INFINITY) {
                    utilities[candidate] = utility;
                    scored++;
                }
            }
        }
        return true;
    }

    /** Candidates with a utility. */
    int scored() {
        return scored;
    }

    /** Whether nothing may follow. */
    boolean none() {
        return scored == 0;
    }

    /** The greatest utility; 0, that of a blank, where nothing may follow. */
    double best() {
        return none() ? 0 : Arrays.stream(utilities).max().orElse(0);
    }

    /** Finds the candidates with the greatest utilities, the best first, and returns how many there are. */
    int rank(int most) {
        return ranking.rank(utilities, most);
    }

    int ranked(int i) {
        return ranking.get(i);
    }

    double utility(int candidate) {
        return utilities[candidate];
    }

    /** The responses that a candidate may get; overwritten by the next call. */
    Branches branch(int candidate) {
        outlook.branching().fill(view.predict(candidate), belief, outlook.stimuli()[candidate], branches);
        return branches;
    }
}
