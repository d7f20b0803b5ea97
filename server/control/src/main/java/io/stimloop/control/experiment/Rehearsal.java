package io.stimloop.control.experiment;

import io.stimloop.control.arming.Beat;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.v1.HaltReason;
import io.stimloop.v1.ServerMessage;

/**
 * A loop that nobody sees: made of the real parts, with a belief of its own and a rig that is not there.
 *
 * @param setup     of the loop
 * @param predictor over the loop's belief, apart from the planner's
 * @param candidate the first
 * @param searches  whether the planner scores candidates
 */
record Rehearsal(LoopSetup setup, ResponsePredictor predictor, double[] candidate, boolean searches) {
    /** A rig that takes everything and does nothing. */
    static final RigPort PORT = new RigPort() {
        @Override
        public void send(ServerMessage message) {}

        @Override
        public void heartbeat(Beat beat) {}

        @Override
        public long heardNanos() {
            return 0;
        }

        @Override
        public boolean open() {
            return true;
        }

        @Override
        public void refuse(Refused refused) {
            throw refused;
        }

        @Override
        public void halt(HaltReason reason, String detail) {}

        @Override
        public void haltAndHear(HaltReason reason, String detail) {}

        @Override
        public void end() {}

        @Override
        public void finish(ServerMessage finished) {}
    };

    /** Nobody listens; an error is the opener's to throw. */
    static final TrialListener LISTENER = new TrialListener() {
        @Override
        public void unmaintained(Throwable fault) {
            failed(fault);
        }

        @Override
        public void unscorable(Throwable fault) {
            failed(fault);
        }

        @Override
        public void failed(Throwable failure) {
            throw new IllegalStateException("the warm-up failed", failure);
        }
    };
}
