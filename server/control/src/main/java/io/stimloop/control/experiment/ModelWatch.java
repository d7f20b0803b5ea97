package io.stimloop.control.experiment;

import io.stimloop.control.check.ModelCheck;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ResponseForecast;
import org.jspecify.annotations.Nullable;

/**
 * Checks an experiment's model trial by trial, outside the time of decisions: what is expected is worked out after a
 * command has left, what came is only noted when it comes, and weighed after the next command has left. Called by the
 * experiment's one writer.
 */
final class ModelWatch {
    private final @Nullable ModelCheck check;
    private final Belief belief;
    private @Nullable ResponseForecast expected;
    private double[] observed = {};
    private boolean toWeigh;

    /**
     * A watch over a belief.
     *
     * @param check null where nothing is checked
     */
    ModelWatch(@Nullable ModelCheck check, Belief belief) {
        this.check = check;
        this.belief = belief;
    }

    /** Nothing is checked. */
    static ModelWatch off(Belief belief) {
        return new ModelWatch(null, belief);
    }

    /** A command has left: weighs what was observed before, and works out what is expected now. */
    void commanded(double[] stimulus) {
        weigh();
        if (check != null) {
            expected = stimulus.length == 0 ? null : belief.forecast(stimulus);
        }
    }

    /** A response came to what was commanded: notes it. No more than a copy, for a decision waits. */
    void observed(double[] response) {
        if (expected == null) {
            return;
        }
        observed = observed.length == response.length ? observed : new double[response.length];
        for (int unit = 0; unit < response.length; unit++) {
            observed[unit] = belief.includes(unit) ? response[unit] : Double.NaN;
        }
        toWeigh = true;
    }

    /** What came is no answer to what was expected: it was invalid, or something else was shown. */
    void missed() {
        expected = null;
    }

    /** Weighs what was observed, unless it has been; to be called when no decision waits. */
    void weigh() {
        if (check != null && expected != null && toWeigh) {
            check.weigh(expected, observed);
            expected = null;
        }
        toWeigh = false;
    }

    /** Whether an alarm is up. */
    boolean alarm() {
        return check != null && check.alarm();
    }

    /** What was found so far; null where nothing is checked. */
    ModelCheck.@Nullable Result result() {
        return check == null ? null : check.result();
    }
}
