package io.stimloop.control.experiment;

import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.RunnerUp;
import io.stimloop.v1.DecisionReport;
import io.stimloop.v1.StimulusScore;

/**
 * What is told of the latest decision beyond what rigs are told; a copy, to be put into the wire's words on the reader's
 * own thread.
 *
 * @param decision   the latest
 * @param reason     in words
 * @param utilities  by candidate, as the planner has them; empty where nothing was scored
 * @param candidates one row each
 */
record DecisionReading(Decision decision, String reason, double[] utilities, double[][] candidates) {
    private static final int MOST_UTILITIES = 1000;

    DecisionReport message() {
        DecisionReport.Builder report = DecisionReport.newBuilder().setReason(reason)
                .setSkipped(decision.progress().skipped())
                .setTook(Messages.duration(decision.tookNanos()));
        if (Double.isFinite(decision.progress().bound())) {
            report.setBound(decision.progress().bound());
        }
        RunnerUp second = decision.runnerUp();
        if (!Double.isNaN(second.utility())) {
            report.setRunnerUp(score(second.stimulus(), second.utility()).build())
                    .setMargin(decision.utility() - second.utility());
        }
        boolean scored = decision.evaluated() > 0 || decision.progress().skipped() > 0;
        if (scored && utilities.length == candidates.length) {
            for (int c : Spread.shown(candidates, MOST_UTILITIES)) {
                report.addUtilities(score(candidates[c], utilities[c])
                        .setForbidden(utilities[c] == Double.NEGATIVE_INFINITY));
            }
        }
        return report.build();
    }

    /** A stimulus and its utility. */
    static StimulusScore.Builder score(double[] stimulus, double utility) {
        StimulusScore.Builder message = StimulusScore.newBuilder().setUtility(utility);
        for (double value : stimulus) {
            message.addStimulus(value);
        }
        return message;
    }
}
