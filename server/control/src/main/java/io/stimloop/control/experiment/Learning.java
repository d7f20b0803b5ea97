package io.stimloop.control.experiment;

import io.stimloop.v1.Outcome;

/** What came of the latest trial, and what the belief learns from it. Called by the experiment's one writer. */
final class Learning {
    /** ln 1e-12: an outcome less likely than this under every parameter value is reported. */
    private static final double IMPLAUSIBLE = -27.631021115928547;
    private static final double[] NOTHING = {};

    private Observation observation;
    private double[] shown = NOTHING;
    private double[] response = NOTHING;
    private long implausible;

    Learning(LoopSetup setup) {
        observation = observation(setup);
    }

    private static Observation observation(LoopSetup setup) {
        return new Observation(setup.responses(), setup.belief(), setup.envelope().dimensions());
    }

    /** The belief is about other neurons from now on. */
    void neuronsChanged(LoopSetup setup) {
        observation = observation(setup);
    }

    /**
     * Takes up what came of a trial.
     *
     * @param command that the trial answers
     */
    TrialListener.Reception note(Outcome outcome, LatestCommand command) {
        observation.note(outcome, command.stimulus());
        shown = command.stimulus();
        response = NOTHING;
        if (outcome.getInvalid()) {
            return TrialListener.Reception.INVALID;
        }
        if (command.blank()) {
            return TrialListener.Reception.BLANK;
        }
        shown = observation.shown().clone();
        response = observation.response().clone();
        return TrialListener.Reception.LEARNED;
    }

    /** Lets the belief learn from what was noted; whether some parameter value could explain it. */
    boolean learn(LoopSetup setup, Outcome outcome) {
        setup.planner().settle();
        if (outcome.getPresentedCount() == 0) {
            setup.watch().observed(response);
        } else {
            setup.watch().missed();
        }
        boolean plausible = setup.belief().condition(shown, response) >= IMPLAUSIBLE;
        implausible += plausible ? 0 : 1;
        return plausible;
    }

    /** What was really shown; empty before the first trial and after a blank. Not to be modified. */
    double[] shown() {
        return shown;
    }

    /** The response; empty where nothing is learned. Not to be modified. */
    double[] response() {
        return response;
    }

    /** Outcomes that no parameter value could explain. */
    long implausible() {
        return implausible;
    }
}
