package io.stimloop.inference.optogenetic;

import com.sun.management.ThreadMXBean;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.response.Link;
import java.lang.management.ManagementFactory;

/** The program that {@link AllocationTest} runs: prints what a trial and the choice after it allocate. */
final class AllocationProbe {
    private static final int TRIALS = 200;

    private AllocationProbe() {}

    public static void main(String[] args) {
        double[][] stimuli = Optogenetics.stimuli(60, 10, 1);
        OptogeneticBelief belief = new OptogeneticBelief(Optogenetics.model(Link.EXPONENTIAL, 3, 60));
        ResponsePredictor tables = belief.predictor(stimuli, Question.INFORMATION);
        ResponsePredictor.View view = tables.newView();
        trials(belief, stimuli, tables, view);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        trials(belief, stimuli, tables, view);
        System.out.println((threads.getCurrentThreadAllocatedBytes() - before) / TRIALS);
    }

    private static void trials(OptogeneticBelief belief, double[][] stimuli, ResponsePredictor tables,
            ResponsePredictor.View view) {
        double[] counts = {0, 2, 7};
        for (int trial = 0; trial < TRIALS; trial++) {
            belief.condition(stimuli[trial % stimuli.length], counts);
            tables.refresh();
            if (!(view.predict(trial % stimuli.length).informationNats() >= 0)) {
                throw new IllegalStateException("information");
            }
        }
    }
}
