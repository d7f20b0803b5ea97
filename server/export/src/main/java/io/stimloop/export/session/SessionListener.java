package io.stimloop.export.session;

import io.stimloop.inference.belief.Belief;
import java.io.IOException;

/** Takes what the second pass tells, in the order of the trials. */
public interface SessionListener {
    /** The next trial. */
    void trial(Trial trial) throws IOException;

    /** What was believed now and then; not called where the belief is not told again. */
    default void believed(BeliefPoint point) throws IOException {}

    /** What was believed in the end; not called where the belief is not told again. To be looked at at once. */
    default void lastBelief(Belief belief) throws IOException {}
}
