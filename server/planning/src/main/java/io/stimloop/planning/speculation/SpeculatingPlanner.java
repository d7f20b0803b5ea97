package io.stimloop.planning.speculation;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Responses;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.Foresight;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Preparation;
import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.pool.Faults;
import io.stimloop.planning.pool.Job;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Plans the next decision for the responses most likely to come while the stimulus before is on, when no one else needs
 * the threads. When one of these comes, the decision is ready: bit for bit the one that a complete search would have
 * given. When another comes, it is planned as it would have been without. After a response that came too soon for that,
 * nothing is planned ahead until one takes longer. Not thread safe.
 */
public final class SpeculatingPlanner implements Planner {
    /** Plans for which the last pause must have had time: where responses come faster, planning ahead is in the way. */
    private static final long WORTH_PLANS = 4;

    private final Planner planner;
    private final Ahead ahead;
    private final Belief belief;
    private final Responses responses;
    private final int most;
    private final Crew crew;
    private final LongSupplier nanoClock;
    private final Faults faults;
    private @Nullable Speculation speculation;
    private long preparedNanos;
    /** From the last preparation to the response. */
    private long idleNanos = Long.MAX_VALUE;
    /** What the last plan took. */
    private long planNanos;
    private @Nullable Job job;
    private @Nullable Foresight foresight;
    private Speculation.@Nullable Foreseen answered;

    /**
     * Makes a planner.
     *
     * @param planner   for what was not foreseen
     * @param ahead     makes planners like it
     * @param belief    the experiment's own; read while a trial is prepared for
     * @param responses what a trial gives: one count or one choice
     * @param most      responses to plan for in a trial, from 1
     * @param crew      does the planning ahead, in pieces that more urgent ones interrupt
     * @param nanoClock of the requests' deadlines
     * @param faultReporter told of each type of exception that planning ahead threw, once; any thread, must not throw
     * @throws IllegalArgumentException where such responses cannot be foreseen
     */
    public SpeculatingPlanner(Planner planner, Ahead ahead, Belief belief, Responses responses, int most,
            Crew crew, LongSupplier nanoClock, Consumer<Throwable> faultReporter) {
        if (!foresees(responses)) {
            throw new IllegalArgumentException("responses: " + responses + " cannot be foreseen");
        }
        this.planner = planner;
        this.ahead = ahead;
        this.belief = belief;
        this.responses = responses;
        this.most = most;
        this.crew = crew;
        this.nanoClock = nanoClock;
        faults = new Faults(faultReporter);
    }

    /** Whether such responses can be foreseen exactly: one count or one choice. */
    public static boolean foresees(Responses responses) {
        return LikelyResponses.possible(responses);
    }

    @Override
    public void prepare(Preparation next) {
        stop();
        planner.prepare(next);
        preparedNanos = nanoClock.getAsLong();
        if (next.stimulus().length == 0 || idleNanos < WORTH_PLANS * planNanos) {
            return;
        }
        if (answered == null) {
            crew.giveWay();
        }
        Speculation ours = new Speculation(belief.copy(), next,
                LikelyResponses.of(belief.forecast(next.stimulus()), responses, most), ahead, crew.aside(),
                nanoClock, faults);
        Job work = crew.speculativeJob(ours, nanoClock);
        speculation = ours;
        job = work;
        crew.begin(work);
    }

    @Override
    public @Nullable Decision ready(PlanningRequest request) {
        long askedNanos = nanoClock.getAsLong();
        idleNanos = askedNanos - preparedNanos;
        answered = null;
        Speculation ours = stop();
        if (ours == null || ours.trial().position() != request.position()
                || !Arrays.equals(ours.trial().stimulus(), request.before())
                || request.previous().response().length != 1) {
            foresight = null;
            return null;
        }
        Speculation.Foreseen found = ours.forResponse(request.previous().response()[0]);
        foresight = new Foresight(found != null, ours.mass(), found == null ? 0 : found.nanos());
        answered = found;
        return found == null ? null : speculated(found.decision(), request, askedNanos);
    }

    /** The command and the rig's hearing of it need the processors first; {@link #prepare} need not wait again. */
    @Override
    public void sent() {
        crew.giveWay();
    }

    private Decision speculated(Decision planned, PlanningRequest request, long askedNanos) {
        long now = nanoClock.getAsLong();
        DecisionSource source = planned.source() == DecisionSource.SEARCH
                ? DecisionSource.SPECULATED
                : planned.source();
        return new Decision(planned.stimulus(), source, planned.utility(), planned.progress(),
                planned.runnerUp(), now - askedNanos, request.deadlineNanos() - now);
    }

    private @Nullable Speculation stop() {
        Speculation ours = speculation;
        Job work = job;
        if (ours != null && work != null) {
            ours.stop();
            crew.end(work);
        }
        speculation = null;
        job = null;
        return ours;
    }

    @Override
    public Decision plan(PlanningRequest request) {
        stop();
        answered = null;
        Decision decision = planner.plan(request);
        planNanos = decision.tookNanos();
        return decision;
    }

    @Override
    public void settle() {
        planner.settle();
    }

    @Override
    public Optional<Foresight> foresight() {
        Optional<Foresight> told = Optional.ofNullable(foresight);
        foresight = null;
        return told;
    }

    @Override
    public double[] utilities() {
        Speculation.Foreseen known = answered;
        return known == null ? planner.utilities() : known.utilities().clone();
    }

    @Override
    public String reason() {
        return planner.reason();
    }

    @Override
    public List<String> warnings() {
        return planner.warnings();
    }
}
