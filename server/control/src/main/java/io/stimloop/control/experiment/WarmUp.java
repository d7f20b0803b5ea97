package io.stimloop.control.experiment;

import io.stimloop.control.arming.Arming;
import io.stimloop.control.spec.PlanningMethod;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.Responses;
import io.stimloop.numerics.random.Streams;
import io.stimloop.planning.search.SearchPlanner;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.function.LongSupplier;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Makes the code of an experiment's loop fast before its first trial, by running made-up trials through the
 * very same loop on beliefs of their own, and measures what a decision costs.
 */
final class WarmUp {
    /** Far enough away that every made-up search is complete. */
    private static final long DEADLINE_NANOS = 10_000_000_000L;
    /** For a search that goes on for as long as there is time. */
    private static final long ENDLESS_NANOS = 20_000_000L;

    private static final int MOST_TRIALS = 20_000;
    /** After so many trials a belief knows too much to stand for the beginning of an experiment. */
    private static final int TRIALS_PER_REHEARSAL = 50;
    private static final int MEASUREMENTS = 25;
    private static final int LARGEST_COUNT = 40;
    private static final long PURPOSE = 0x7761726d2d7570L;

    private final Rehearsals rehearsals;
    private final Responses responses;
    private final LongSupplier nanoClock;
    private final long longestNanos;
    private final UniformRandomProvider random;

    /** Makes rehearsals, each with a belief of its own, in the state of the prior. */
    interface Rehearsals {
        /** One whose planner plans ahead where the spec allows it, or one whose planner does not. */
        Rehearsal rehearsal(boolean speculates);
    }

    /**
     * What was measured when all was warm.
     *
     * @param trialNanos of a whole trial at the beginning of an experiment
     * @param floorNanos the shortest deadline by which an outcome can be learned from and one candidate scored
     */
    record Cost(long trialNanos, long floorNanos) {}

    /**
     * Makes a warm-up.
     *
     * @param seed       of the made-up counts
     * @param longestNanos after which it ends, warm or not
     */
    WarmUp(Rehearsals rehearsals, Responses responses, long seed, LongSupplier nanoClock,
            long longestNanos) {
        this.rehearsals = rehearsals;
        this.responses = responses;
        this.nanoClock = nanoClock;
        this.longestNanos = longestNanos;
        random = Streams.of(seed, 0, PURPOSE);
    }

    /** By when a decision of a rehearsal must be made. */
    static long deadlineNanos(PlanningMethod method) {
        return method.endless() ? ENDLESS_NANOS : DEADLINE_NANOS;
    }

    /** Runs, and measures. */
    Cost run() {
        long begunNanos = nanoClock.getAsLong();
        int trials = 0;
        while (trials < MOST_TRIALS && nanoClock.getAsLong() - begunNanos < longestNanos) {
            trials += rehearse(begunNanos + longestNanos);
        }
        return measure();
    }

    private int rehearse(long untilNanos) {
        TrialLoop loop = loop(rehearsals.rehearsal(true));
        int trials = 0;
        while (trials < TRIALS_PER_REHEARSAL && nanoClock.getAsLong() - untilNanos < 0) {
            trial(loop);
            trials++;
        }
        return trials;
    }

    private static TrialLoop loop(Rehearsal rehearsal) {
        Lifecycle lifecycle = new Lifecycle();
        Arming arming = Arming.notNeeded();
        RigRoster roster = new RigRoster(arming);
        roster.admit(new RigRoster.Rig("warm-up", EnumSet.of(Role.RECORDER, Role.STIMULATOR), true,
                Rehearsal.PORT), Instant.EPOCH);
        TrialLoop loop = new TrialLoop(rehearsal.setup(), new Course(rehearsal.setup()), lifecycle, roster,
                arming, Companions.of(Rehearsal.LISTENER));
        lifecycle.start();
        loop.start();
        return loop;
    }

    private void trial(TrialLoop loop) {
        Outcome.Builder outcome = Outcome.newBuilder().setTrial(loop.course().ledger().current());
        for (int n = 0; n < responses.units(); n++) {
            switch (responses.kind()) {
                case COUNTS -> outcome.addCounts(random.nextInt(LARGEST_COUNT));
                case CHOICE -> outcome.addChoices(random.nextInt(responses.alternatives()));
                case VALUES -> outcome.addValues(random.nextDouble());
            }
        }
        loop.outcome(Rehearsal.PORT, outcome.build(), nanoClock.getAsLong());
    }

    private Cost measure() {
        long[] trialNanos = new long[MEASUREMENTS];
        long[] floorNanos = new long[MEASUREMENTS];
        for (int m = 0; m < MEASUREMENTS; m++) {
            Rehearsal rehearsal = rehearsals.rehearsal(false);
            TrialLoop loop = loop(rehearsal);
            long begunNanos = nanoClock.getAsLong();
            trial(loop);
            trialNanos[m] = nanoClock.getAsLong() - begunNanos;
            floorNanos[m] = rehearsal.searches() ? leastNanos(rehearsal) : trialNanos[m];
        }
        return new Cost(least(trialNanos), least(floorNanos));
    }

    private long leastNanos(Rehearsal rehearsal) {
        ResponsePredictor.View view = rehearsal.predictor().newView();
        long begunNanos = nanoClock.getAsLong();
        rehearsal.setup().belief().condition(rehearsal.candidate(), new double[responses.units()]);
        rehearsal.predictor().refresh();
        var _ = view.predict(0);
        return nanoClock.getAsLong() - begunNanos + SearchPlanner.RESERVE_NANOS;
    }

    /** What the code takes; all that is longer is the machine's doing. */
    private static long least(long[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }
}
