package io.stimloop.control.experiment;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.objective.Aim;
import io.stimloop.planning.decision.BestTwo;
import io.stimloop.planning.decision.Candidates;
import io.stimloop.planning.decision.Previous;
import io.stimloop.v1.ScoreStimuliResponse;
import io.stimloop.v1.StimulusScore;

/**
 * Scores every candidate as the next stimulus, as a search that has all the time in the world does.
 *
 * @param candidates what there is to choose from
 * @param tables     of the predictions for them
 * @param aim        what makes one useful, and what it costs
 * @param previous   the trial that the next stimulus follows
 */
record StimulusScores(Candidates candidates, ResponsePredictor tables, Aim aim, Previous previous) {
    /** Under a belief that nobody changes meanwhile. */
    ScoreStimuliResponse under(Belief belief) {
        double[][] stimuli = candidates.stimuli();
        double[] utilities = utilities(belief);
        double[] allowed = new double[utilities.length];
        int skipped = 0;
        for (int c = 0; c < utilities.length; c++) {
            skipped += Double.isNaN(utilities[c]) ? 1 : 0;
            allowed[c] = allows(c) ? utilities[c] : Double.NEGATIVE_INFINITY;
        }
        ScoreStimuliResponse.Builder message = ScoreStimuliResponse.newBuilder().setSkipped(skipped);
        for (int c : Spread.shown(stimuli, stimuli.length)) {
            message.addScores(score(c, utilities[c]));
        }
        BestTwo best = BestTwo.of(allowed);
        if (!best.none()) {
            message.setBest(score(best.first(), utilities[best.first()]));
        }
        if (best.second() >= 0) {
            message.setRunnerUp(score(best.second(), utilities[best.second()]));
        }
        return message.build();
    }

    /** Less their costs. */
    private double[] utilities(Belief belief) {
        ResponsePredictor predictor = tables.over(belief);
        predictor.refresh();
        ResponsePredictor.View view = predictor.newView();
        double[] utilities = new double[candidates.size()];
        for (int c = 0; c < utilities.length; c++) {
            utilities[c] = utility(view, c) - cost(c);
        }
        return utilities;
    }

    /** NaN where the objective fails, as a search has it. */
    private double utility(ResponsePredictor.View view, int candidate) {
        try {
            return aim.objective().utility(view.predict(candidate));
        } catch (RuntimeException unscorable) {
            return Double.NaN;
        }
    }

    private double cost(int candidate) {
        return aim.cost().of(candidates.stimuli()[candidate], previous.stimulus());
    }

    private boolean allows(int candidate) {
        return candidates.reach().allows(candidate, previous);
    }

    private StimulusScore score(int candidate, double utility) {
        return DecisionReading.score(candidates.stimuli()[candidate], utility).setCost(cost(candidate))
                .setForbidden(!allows(candidate)).build();
    }
}
