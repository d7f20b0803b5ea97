package io.stimloop.control.experiment;

import io.stimloop.control.check.ModelCheck;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Previous;
import io.stimloop.planning.pool.Crew;

/**
 * An experiment without a rig, a wire or a clock, for studies: the belief, the planner and the check of the model that
 * a spec comes to, with all the time in the world. Every search is complete, work on the belief that may wait is done
 * between trials, and so everything follows from the spec and the responses. To what must rest between trials, each
 * trial lasts a second. Not thread safe.
 */
public final class RiglessExperiment {
    private static final long NEVER_NANOS = Long.MAX_VALUE / 2;
    private static final long TRIAL_NANOS = 1_000_000_000L;
    private static final double[] NOTHING = {};

    private final Belief belief;
    private final Planner planner;
    private final ModelWatch watch;
    private double[] stimulus = NOTHING;
    private Previous previous = Previous.NONE;
    private long trials;

    /** An experiment before its first trial; alone in its thread. */
    public RiglessExperiment(ResolvedSpec spec) {
        this(spec, Crew.alone());
    }

    /**
     * An experiment before its first trial.
     *
     * @param crew helps with the searches
     */
    public RiglessExperiment(ResolvedSpec spec, Crew crew) {
        Belief own = spec.source().create();
        this(spec, crew, own, own.predictor(spec.candidates(), spec.aim().objective().question()));
    }

    /**
     * An experiment before its first trial, one of many about one model.
     *
     * @param prior  of the spec; copied
     * @param tables of the prior, for the spec's candidates and the question of its objective; shared
     */
    public RiglessExperiment(ResolvedSpec spec, Belief prior, ResponsePredictor tables, Crew crew) {
        Belief own = prior.copy();
        this(spec, crew, own, tables.over(own));
    }

    private RiglessExperiment(ResolvedSpec spec, Crew crew, Belief own, ResponsePredictor predictor) {
        belief = own;
        watch = new ModelWatch(spec.modelCheck().on() && spec.modelCheck().balancedShare() > 0
                ? new ModelCheck(spec.modelCheck().falseAlarm(),
                        spec.seed())
                : null, belief);
        planner = new PlannerFactory(crew, this::nowNanos).planner(
                new PlannerNeeds(spec, belief, predictor, watch, RiglessExperiment::fail, false));
    }

    private long nowNanos() {
        return trials * TRIAL_NANOS;
    }

    private static void fail(Throwable fault) {
        throw new IllegalStateException("a candidate could not be scored", fault);
    }

    /** What is believed now. Not to be changed. */
    public Belief belief() {
        return belief;
    }

    /** The stimulus of the next trial; not to be modified. */
    public double[] next() {
        stimulus = planner.plan(new PlanningRequest(trials, NEVER_NANOS, previous)).stimulus();
        watch.commanded(stimulus);
        return stimulus;
    }

    /**
     * Learns what came of the trial.
     *
     * @param response to the stimulus that {@link #next()} gave
     */
    public void learn(double[] response) {
        planner.settle();
        watch.observed(response);
        belief.condition(stimulus, response);
        previous = new Previous(stimulus, response.clone(), nowNanos());
        trials++;
        belief.maintenance().ifPresent(work -> work.run().adopt());
    }
}
