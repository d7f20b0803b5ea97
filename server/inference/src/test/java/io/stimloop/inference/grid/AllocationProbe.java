package io.stimloop.inference.grid;

import com.sun.management.ThreadMXBean;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.StimulusPredictor;
import io.stimloop.inference.objective.Infomax;
import java.lang.management.ManagementFactory;

/** The program that {@link AllocationTest} runs: prints for each large case what a call allocates. */
final class AllocationProbe {
    /** Printed by a JVM that does not count the bytes that a thread allocates. */
    static final String UNSUPPORTED = "unsupported";

    private static final int CALLS = 1000;
    private static final int CANDIDATES = 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private AllocationProbe() {}

    public static void main(String[] args) {
        if (THREADS.isThreadAllocatedMemorySupported() && THREADS.isThreadAllocatedMemoryEnabled()) {
            RandomCase.large().forEach(AllocationProbe::measure);
        } else {
            System.out.println(UNSUPPORTED);
        }
    }

    private static void measure(RandomCase drawn) {
        GridBelief belief = drawn.belief();
        double[][] candidates = drawn.candidates(CANDIDATES);
        double[] few = {0};
        double[] many = {25};
        report(drawn, "condition, count 0", () -> belief.condition(candidates[0], few));
        report(drawn, "condition, count 25", () -> belief.condition(candidates[0], many));
        ResponsePredictor predictor = drawn.belief().predictor(candidates);
        ResponsePredictor.View view = predictor.newView();
        Infomax infomax = new Infomax();
        report(drawn, "refresh", predictor::refresh);
        report(drawn, "predict", () -> infomax.utility(view.predict(CANDIDATES / 2)));
        StimulusPredictor.View anywhere = drawn.belief().anywhere(Question.INFORMATION).orElseThrow()
                .newView();
        report(drawn, "predict anywhere", () -> infomax.utility(anywhere.predict(candidates[1])));
    }

    private static void report(RandomCase drawn, String what, Runnable call) {
        call.run();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < CALLS; i++) {
            call.run();
        }
        long bytes = (THREADS.getCurrentThreadAllocatedBytes() - before) / CALLS;
        System.out.println(drawn + ", " + drawn.cells() + " cells, " + what + "\t" + bytes);
    }
}
