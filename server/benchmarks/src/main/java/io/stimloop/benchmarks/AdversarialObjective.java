package io.stimloop.benchmarks;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.objective.Objective;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Infomax that misbehaves now and then.
 *
 * @param how      what it does
 * @param every    how often, in evaluations
 * @param asked    evaluations so far
 * @param released lets go those that do not return, when all is over
 */
record AdversarialObjective(How how, long every, AtomicLong asked,
        CountDownLatch released) implements Objective {
    private static final long SLOW_NANOS = 3_000_000;
    private static final int GARBAGE_BYTES = 1 << 18;

    /** In which way. */
    enum How {
        /** Not at all. */
        WELL,
        /** Takes 3 ms. */
        SLOW,
        /** Leaves a quarter of a megabyte of garbage. */
        ALLOCATING,
        /** Throws. */
        THROWING,
        /** Gives no number. */
        NOT_A_NUMBER,
        /** Does not come back. */
        NEVER_RETURNING
    }

    @Override
    public Question question() {
        return Question.INFORMATION;
    }

    @Override
    public boolean prompt() {
        return how == How.WELL;
    }

    @Override
    public double utility(Prediction prediction) {
        double information = prediction.informationNats();
        return asked.incrementAndGet() % every == 0 ? misbehave(information) : information;
    }

    private double misbehave(double information) {
        return switch (how) {
            case WELL -> information;
            case SLOW -> slowly(information);
            case ALLOCATING -> information + 0 * new byte[GARBAGE_BYTES].length;
            case THROWING -> throw new IllegalStateException("this objective throws");
            case NOT_A_NUMBER -> Double.NaN;
            case NEVER_RETURNING -> never();
        };
    }

    private static double slowly(double information) {
        long begunNanos = System.nanoTime();
        while (System.nanoTime() - begunNanos < SLOW_NANOS) {
            Thread.onSpinWait();
        }
        return information;
    }

    private double never() {
        try {
            released.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return Double.NaN;
    }
}
