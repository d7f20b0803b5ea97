package io.stimloop.planning.continuous;

import io.stimloop.inference.belief.StimulusPredictor;
import io.stimloop.inference.objective.Objective;
import io.stimloop.planning.pool.Faults;
import io.stimloop.planning.pool.Work;
import java.util.concurrent.atomic.AtomicInteger;

/** The utility of one stimulus at a time, a piece of work each. */
final class Evaluation implements Work {
    private static final int OPEN = 0;
    private static final int TAKEN = 1;
    private static final int DONE = 2;

    private final StimulusPredictor.View view;
    private final Objective objective;
    private final Reference reference;
    private final Faults faults;
    private final AtomicInteger state = new AtomicInteger(DONE);
    private double[] stimulus = {};
    private double utility;

    Evaluation(StimulusPredictor.View view, Objective objective, Reference reference, Faults faults) {
        this.view = view;
        this.objective = objective;
        this.reference = reference;
        this.faults = faults;
    }

    /** Lays out a stimulus; nobody may be inside. */
    void begin(double[] wanted) {
        stimulus = wanted;
        state.set(OPEN);
    }

    @Override
    public boolean doNext(int seat) {
        if (!state.compareAndSet(OPEN, TAKEN)) {
            return false;
        }
        utility = evaluate();
        state.set(DONE);
        return true;
    }

    /** NaN when it cannot be evaluated. */
    private double evaluate() {
        try {
            return objective.utility(reference.compare(view.predict(stimulus)));
        } catch (Throwable fault) {
            faults.report(fault);
            return Double.NaN;
        }
    }

    @Override
    public boolean prompt() {
        return objective.prompt();
    }

    /** Whether the stimulus laid out last was evaluated. */
    boolean done() {
        return state.get() == DONE;
    }

    /** That of the stimulus laid out last, when it is done. */
    double utility() {
        return utility;
    }
}
