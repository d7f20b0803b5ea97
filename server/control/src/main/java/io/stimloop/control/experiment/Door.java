package io.stimloop.control.experiment;

import io.stimloop.control.safety.Judge;
import io.stimloop.control.safety.Rule;
import io.stimloop.control.safety.SafetyEnvelope;
import java.util.function.LongSupplier;

/** What a planner may ask about the safety envelope before its choice comes there. Called by the experiment's writer. */
interface Door {
    /** Nothing is refused, as where nothing is driven. */
    Door OPEN = new Door() {
        @Override
        public boolean admits(double[] stimulus) {
            return true;
        }

        @Override
        public void refused(double[] stimulus) {}
    };

    /** Whether a stimulus would be admitted now; empty is the blank, which always is. */
    boolean admits(double[] stimulus);

    /** What was chosen is not admitted, and something else is looked for. */
    void refused(double[] stimulus);

    /**
     * The door that commands leave by.
     *
     * @param nanoClock of the commands
     * @param listener  told of what is refused, and by which rule
     */
    static Door of(SafetyEnvelope envelope, LongSupplier nanoClock, TrialListener listener) {
        return new Door() {
            @Override
            public boolean admits(double[] stimulus) {
                return envelope.admits(stimulus, nanoClock.getAsLong());
            }

            @Override
            public void refused(double[] stimulus) {
                long reasons = envelope.reasons(stimulus, nanoClock.getAsLong(), Judge.QUIET);
                if (reasons != 0) {
                    listener.refusedByEnvelope(Rule.first(reasons));
                }
            }
        };
    }
}
