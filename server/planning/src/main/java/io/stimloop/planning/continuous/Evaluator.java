package io.stimloop.planning.continuous;

import io.stimloop.inference.objective.StimulusCost;
import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.pool.Faults;
import io.stimloop.planning.pool.RepeatedJob;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Evaluates stimuli until the time is up or enough are evaluated, and keeps the best. A thread that is inside a stimulus
 * and does not come back is given up, as the planner of candidates does. Not thread safe.
 */
final class Evaluator {
    private final StimulusCost cost;
    private final LongSupplier nanoClock;
    private final RepeatedJob<Evaluation> job;
    private double[] before = {};
    private long cutoffNanos;
    private int left;
    private int evaluated;
    private int skipped;
    private double worst;
    private Optimum best = Optimum.NONE;

    /** @param maker makes working memory, anew where a thread did not come back with the old */
    Evaluator(Supplier<Evaluation> maker, StimulusCost cost, Crew crew, LongSupplier nanoClock,
            Faults faults) {
        this.cost = cost;
        this.nanoClock = nanoClock;
        job = new RepeatedJob<>(maker, crew, nanoClock, faults);
    }

    /**
     * Begins with a decision.
     *
     * @param standing the stimulus before
     * @param most     how many stimuli may be evaluated
     */
    void begin(double[] standing, long newCutoffNanos, int most) {
        before = standing;
        cutoffNanos = newCutoffNanos;
        left = most;
        evaluated = 0;
        skipped = 0;
        worst = 0;
    }

    /** Forgets the best. */
    void beginAnew() {
        best = Optimum.NONE;
    }

    /** The best since {@link #beginAnew}. */
    Optimum best() {
        return best;
    }

    int evaluated() {
        return evaluated;
    }

    int skipped() {
        return skipped;
    }

    /** How many may still be evaluated. */
    int left() {
        return left;
    }

    /** Allows so many at most from now on; returns how many it takes away. */
    int reserve(int allowed) {
        int taken = Math.max(0, left - allowed);
        left -= taken;
        return taken;
    }

    /** Gives back what was taken away. */
    void release(int taken) {
        left += taken;
    }

    /**
     * The utility of a stimulus, less its cost; where it has none, the least there was, so that a method of optimisation
     * turns away.
     *
     * @param point    where it lies
     * @param stimulus not to be modified
     * @throws StoppedException when the time is up, or enough were evaluated
     */
    double utility(double[] point, double[] stimulus) {
        boolean late = nanoClock.getAsLong() + job.pieceNanos() - cutoffNanos >= 0;
        if (left <= 0 || late || !job.possible()) {
            throw new StoppedException();
        }
        left--;
        Evaluation evaluation = job.work();
        evaluation.begin(stimulus);
        job.run(cutoffNanos);
        if (!job.emptyBy(cutoffNanos) || !evaluation.done()) {
            throw new StoppedException();
        }
        double utility = evaluation.utility() - cost.of(stimulus, before);
        if (!Double.isFinite(utility)) {
            skipped++;
            return worst;
        }
        worst = evaluated == 0 ? utility : Math.min(worst, utility);
        evaluated++;
        if (best.none() || utility > best.utility()) {
            best = new Optimum(point, stimulus, utility);
        }
        return utility;
    }

    /** Returns when nobody is inside that still counts. */
    void settle() {
        job.settle();
    }
}
