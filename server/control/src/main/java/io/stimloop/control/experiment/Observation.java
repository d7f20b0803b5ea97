package io.stimloop.control.experiment;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Responses;
import io.stimloop.v1.Outcome;

/** What an outcome says, as numbers for the belief. Overwritten by the next outcome; not thread safe. */
final class Observation {
    private final Responses responses;
    private final Belief belief;
    private final double[] response;
    private final double[] presented;
    private double[] shown = {};

    /**
     * Of no outcome yet.
     *
     * @param belief     knows which units are left out
     * @param dimensions of the stimulus
     */
    Observation(Responses responses, Belief belief, int dimensions) {
        this.responses = responses;
        this.belief = belief;
        response = new double[responses.units()];
        presented = new double[dimensions];
    }

    /**
     * Takes up an outcome.
     *
     * @param commanded what the command presented; empty for a blank
     */
    void note(Outcome outcome, double[] commanded) {
        shown = outcome.getPresentedCount() == 0 ? commanded : presented(outcome);
        for (int n = 0; n < response.length && !outcome.getInvalid(); n++) {
            response[n] = belief.includes(n) ? entry(outcome, n) : 0;
        }
    }

    private double[] presented(Outcome outcome) {
        for (int d = 0; d < presented.length; d++) {
            presented[d] = outcome.getPresented(d);
        }
        return presented;
    }

    /** What the hardware really showed. */
    double[] shown() {
        return shown;
    }

    /** The response; 0 of a unit that is left out, whatever was sent for it. */
    double[] response() {
        return response;
    }

    private double entry(Outcome outcome, int n) {
        return switch (responses.kind()) {
            case COUNTS -> outcome.getCounts(n);
            case CHOICE -> outcome.getChoices(n);
            case VALUES -> outcome.getValues(n);
        };
    }
}
