package io.stimloop.planning.speculation;

import io.stimloop.inference.belief.Belief;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Preparation;
import io.stimloop.planning.decision.Previous;
import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.pool.Faults;
import io.stimloop.planning.pool.Work;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The planning ahead of one trial: a piece of work for each likely response, the most probable first. */
final class Speculation implements Work {
    private static final long DEADLINE_NANOS = 1L << 40;
    private static final long TIME_IS_UP_NANOS = 1L << 41;

    private final Belief before;
    private final Preparation trial;
    private final LikelyResponses likely;
    private final Ahead ahead;
    private final Crew crew;
    private final LongSupplier nanoClock;
    private final Faults faults;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicReferenceArray<@Nullable Foreseen> foreseen;
    private volatile boolean stopped;

    /**
     * A decision made ahead.
     *
     * @param utilities of the candidates
     * @param nanos     that it took to learn from the response and to plan
     */
    record Foreseen(Decision decision, double[] utilities, long nanos) {}

    /**
     * @param before what is believed before the response; read by several threads and not changed
     * @param crew   of a thread that is inside a piece
     * @param faults told why something could not be planned ahead; it is planned when it comes
     */
    Speculation(Belief before, Preparation trial, LikelyResponses likely, Ahead ahead, Crew crew,
            LongSupplier nanoClock, Faults faults) {
        this.before = before;
        this.trial = trial;
        this.likely = likely;
        this.ahead = ahead;
        this.crew = crew;
        this.nanoClock = nanoClock;
        this.faults = faults;
        foreseen = new AtomicReferenceArray<>(likely.size());
    }

    @Override
    public boolean doNext(int seat) {
        int index = taken.getAndIncrement();
        if (stopped || index >= likely.size()) {
            return false;
        }
        try {
            foresee(index);
        } catch (RuntimeException | Error fault) {
            faults.report(fault);
            stopped = true;
        }
        return true;
    }

    private void foresee(int index) {
        long begunNanos = nanoClock.getAsLong();
        double[] response = {likely.values()[index]};
        Belief after = before.copy();
        after.condition(trial.stimulus(), response);
        Planner planner = ahead.over(after, () -> stopped ? TIME_IS_UP_NANOS : 0, crew);
        Decision decision = planner.plan(new PlanningRequest(trial.position(), DEADLINE_NANOS,
                new Previous(trial.stimulus(), response, trial.commandedNanos())));
        if (!stopped) {
            foreseen.set(index,
                    new Foreseen(decision, planner.utilities(), nanoClock.getAsLong() - begunNanos));
        }
    }

    /** No more is planned; what is being planned is dropped. */
    void stop() {
        stopped = true;
    }

    /** The trial that is planned ahead of. */
    Preparation trial() {
        return trial;
    }

    /** What was planned for a response; null where nothing was. */
    @Nullable
    Foreseen forResponse(double response) {
        int index = likely.indexOf(response);
        return index < 0 ? null : foreseen.get(index);
    }

    /** Probability of all responses that were planned for. */
    double mass() {
        double mass = 0;
        for (int index = 0; index < likely.size(); index++) {
            mass += foreseen.get(index) == null ? 0 : likely.probabilities()[index];
        }
        return Math.min(1, mass);
    }
}
