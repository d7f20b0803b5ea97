package io.stimloop.control.experiment;

import io.stimloop.control.check.ModelCheck;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ResponseForecast;
import org.jspecify.annotations.Nullable;

/**
 * Checks an experiment's model trial by trial, outside the time of decisions: what is expected is worked out after a
 * command has left, and what came is weighed after the next one has. Called by the experiment's one writer.
 */
final class ModelWatch {
    private final @Nullable ModelCheck check;
    private final Belief belief;
    private @Nullable ResponseForecast expected;

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
        if (check != null) {
            check.weigh();
            expected = stimulus.length == 0 ? null : belief.forecast(stimulus);
        }
    }

    /** A response came; to be called before the belief learns from it. */
    void observed(double[] response) {
        if (check != null && expected != null) {
            check.score(expected, response, belief::includes);
        }
        expected = null;
    }

    /** What came is no answer to what was expected: it was invalid, or something else was shown. */
    void missed() {
        expected = null;
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
