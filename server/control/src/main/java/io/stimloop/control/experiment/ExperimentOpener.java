package io.stimloop.control.experiment;

import io.stimloop.control.check.ModelCheck;
import io.stimloop.control.safety.SafetyEnvelope;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.StoppingRules;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.objective.Objective;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.pool.Crew;
import io.stimloop.v1.JournalRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Builds an experiment from its spec and warms it. Thread safe; takes seconds. */
public final class ExperimentOpener {
    /**
     * A loop that needs no longer for a trial than this is run by the thread that the outcome came on: a hop
     * to another thread would cost more.
     */
    private static final long INLINE_NANOS = 200_000;
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final int WRITER_IDLE_SECONDS = 30;
    private static final StoppingRules NEVER = new StoppingRules(Long.MAX_VALUE, Double.NaN, Map.of(),
            Long.MAX_VALUE);

    private final PlannerFactory promised;
    private final PlannerFactory bestEffort;
    private final LongSupplier nanoClock;
    private final InstantSource wallClock;
    private final Consumer<Experiment> opened;
    private final Executor background;
    private final Function<String, Executor> writers;
    private final Duration warmUp;

    /** Decides whether there is room for one more experiment. */
    public interface Admitting {
        /**
         * Asked once.
         *
         * @param floorNanos what it was measured to need for a trial at least
         * @throws Refused if there is no room
         */
        void admit(String id, ResolvedSpec spec, long floorNanos);
    }

    /**
     * Makes an opener.
     *
     * @param crew      shared by the searches of all experiments
     * @param nanoClock monotonic
     * @param wallClock for the record
     * @param opened    told of each experiment, to tick it from then on
     * @param background does the maintenance of beliefs; bounded, may reject
     */
    public ExperimentOpener(Crew crew, LongSupplier nanoClock, InstantSource wallClock,
            Consumer<Experiment> opened, Executor background) {
        this(crew, nanoClock, wallClock, opened, background, ExperimentOpener::thread, WARM_UP);
    }

    /**
     * As the other.
     *
     * @param warmUp how long experiments are warmed at most, each; from zero
     */
    public ExperimentOpener(Crew crew, LongSupplier nanoClock, InstantSource wallClock,
            Consumer<Experiment> opened, Executor background, Duration warmUp) {
        this(crew, nanoClock, wallClock, opened, background, ExperimentOpener::thread, warmUp);
    }

    /**
     * As the other.
     *
     * @param writers run the writers of experiments that need more than a moment for a trial, by id
     */
    public ExperimentOpener(Crew crew, LongSupplier nanoClock, InstantSource wallClock,
            Consumer<Experiment> opened, Executor background, Function<String, Executor> writers,
            Duration warmUp) {
        this.warmUp = warmUp;
        this.writers = writers;
        promised = new PlannerFactory(crew, nanoClock);
        bestEffort = new PlannerFactory(crew.bestEffort(), nanoClock);
        this.nanoClock = nanoClock;
        this.wallClock = wallClock;
        this.opened = opened;
        this.background = background;
    }

    /**
     * Builds and warms an experiment that begins with the prior of its spec.
     *
     * @throws Refused if the spec's deadline is below what is measured here
     */
    public Experiment open(String id, ResolvedSpec spec, Companions companions) {
        return open(id, spec, spec.source().create(), companions, (anyId, anySpec, floorNanos) -> {});
    }

    /**
     * Builds and warms an experiment.
     *
     * @param belief    what is believed before its first trial; made by the spec's source, and its own from now on
     * @param admission asked before it is opened
     * @throws Refused if the spec's deadline is below what is measured here, or it is not admitted
     */
    public Experiment open(String id, ResolvedSpec spec, Belief belief, Companions companions,
            Admitting admission) {
        Opening opening = opening(id, spec, wallClock.instant(), belief, companions, admission);
        return opened(new Experiment(opening.identity(), opening.reader(), opening.setup(), companions,
                opening.writer(), wallClock));
    }

    private Experiment opened(Experiment experiment) {
        opened.accept(experiment);
        return experiment;
    }

    /** Of an experiment whose parts are new; its planner is told what came of its decisions. */
    Recollection recollection(JournalRecord.Opened opened, Opening opening, long memoryBudgetBytes) {
        return new Recollection(opened, opening.setup(),
                new JournalTime(wallClock.instant(), nanoClock.getAsLong()),
                memoryBudgetBytes, (command, request, setup) -> {
                    // A staircase stands where its trials have brought it; a search is not repeated.
                    var _ = setup.planner().ready(request);
                });
    }

    /**
     * Builds and warms an experiment that goes on where its trials have brought it.
     *
     * @param recollection of an {@link #opening} of this opener; complete
     */
    Experiment reopen(Opening opening, Recollection recollection, Companions companions) {
        return opened(new Experiment(opening.identity(), opening.reader(), recollection.setup(),
                recollection.course(), recollection.lifecycle(), companions, opening.writer(), wallClock));
    }

    /**
     * Makes and warms all parts of an experiment.
     *
     * @throws Refused as {@link #open}
     */
    Opening opening(String id, ResolvedSpec spec, Instant createdAt, Belief belief, Companions companions,
            Admitting admission) {
        double priorEntropyNats = belief.entropyNats();
        ResponsePredictor tables = belief.predictor(spec.candidates(), spec.aim().objective().question());
        WarmUp.Cost cost = new WarmUp(speculates -> rehearsal(spec, belief, tables, speculates),
                spec.source().responses(), spec.seed(), nanoClock, warmUp.toNanos()).run();
        requireTime(spec, cost);
        admission.admit(id, spec, cost.floorNanos());
        Identity identity = new Identity(id, spec, createdAt, cost.floorNanos(), priorEntropyNats);
        BeliefReader reader = new BeliefReader(belief, spec, tables);
        return new Opening(identity, reader, setup(spec, belief, tables, reader, companions),
                writer(id, spec, cost));
    }

    /** The parts of a loop that nobody waits for: not warm. */
    LoopSetup unhurried(ResolvedSpec spec, Belief belief) {
        ResponsePredictor tables = belief.predictor(spec.candidates(), spec.aim().objective().question());
        return setup(spec, belief, tables, new BeliefReader(belief, spec, tables), Companions.of());
    }

    private LoopSetup setup(ResolvedSpec spec, Belief belief, ResponsePredictor tables, BeliefReader reader,
            Companions companions) {
        TrialListener listener = companions.listener();
        ModelWatch watch = watch(spec, belief);
        SafetyEnvelope envelope = spec.envelope()
                .envelope(companions.doses().reserve(spec.safety().outputs().doses()));
        Door door = Door.of(envelope, nanoClock, listener);
        NeuronChanges neurons = new NeuronChanges(spec, belief,
                bigger -> enlarge(bigger, belief, watch, reader, listener::unscorable, door));
        Planner planner = planners(spec).planner(
                new PlannerNeeds(spec, belief, tables, watch, listener::unscorable, true).behind(door));
        return setup(spec, belief, planner, envelope, spec.stopping(), watch, Upkeep.of(belief, background),
                neurons, spec.planner().deadlineNanos());
    }

    /** A planner for a belief that has taken in more neurons; the reader is told of them. */
    private Planner enlarge(ResolvedSpec bigger, Belief belief, ModelWatch watch, BeliefReader reader,
            Consumer<Throwable> faults, Door door) {
        Objective objective = bigger.aim().objective();
        ResponsePredictor tables = belief.predictor(bigger.candidates(), objective.question());
        reader.enlarge(bigger, tables);
        return planners(bigger)
                .planner(new PlannerNeeds(bigger, belief, tables, watch, faults, true).behind(door));
    }

    private PlannerFactory planners(ResolvedSpec spec) {
        return spec.planner().load().bestEffort() ? bestEffort : promised;
    }

    private static boolean searches(ResolvedSpec spec) {
        return spec.planner().method().searches();
    }

    private Rehearsal rehearsal(ResolvedSpec spec, Belief prior, ResponsePredictor tables,
            boolean speculates) {
        Belief belief = prior.copy();
        ModelWatch watch = watch(spec, belief);
        Planner planner = planners(spec)
                .planner(new PlannerNeeds(spec.restless(), belief, tables.over(belief), watch,
                        Rehearsal.LISTENER::failed, speculates));
        NeuronChanges neurons = new NeuronChanges(spec, belief, bigger -> planner);
        // Made-up trials drive nothing and take no time, so that what depends on time would refuse them.
        SafetyEnvelope timeless = new SafetyEnvelope(spec.safety().min(), spec.safety().max(),
                spec.stimulus().maxNorm(), spec.stimulus().light());
        LoopSetup setup = setup(spec, belief, planner, timeless, NEVER, watch, Upkeep.off(belief), neurons,
                WarmUp.deadlineNanos(spec.planner().method()));
        return new Rehearsal(setup, tables.over(belief), spec.candidates()[0], searches(spec));
    }

    private static ModelWatch watch(ResolvedSpec spec, Belief belief) {
        return new ModelWatch(spec.modelCheck().on()
                ? new ModelCheck(spec.modelCheck().falseAlarm(),
                        spec.seed())
                : null, belief);
    }

    private LoopSetup setup(ResolvedSpec spec, Belief belief, Planner planner, SafetyEnvelope envelope,
            StoppingRules stopping, ModelWatch watch, Upkeep upkeep, NeuronChanges neurons,
            long deadlineNanos) {
        return new LoopSetup(spec.source().responses(), belief, planner, envelope,
                new StoppingCheck(stopping), watch, upkeep, neurons, deadlineNanos,
                spec.safety().validForNanos(), nanoClock);
    }

    private static void requireTime(ResolvedSpec spec, WarmUp.Cost cost) {
        if (spec.planner().deadlineNanos() < cost.floorNanos()) {
            throw Refused.of(Refused.Kind.STATE, "spec.planner.deadline",
                    spec.planner().deadlineNanos() / 1_000 + " us is less than the "
                            + cost.floorNanos() / 1_000
                            + " us that this server needs to learn from an outcome and score one candidate;"
                            + " allow more time or make the grid smaller");
        }
    }

    private Executor writer(String id, ResolvedSpec spec, WarmUp.Cost cost) {
        return !searches(spec) && cost.trialNanos() <= INLINE_NANOS ? Runnable::run : writers.apply(id);
    }

    /** One thread of its own, which ends while there is nothing to do; its queue is bounded by its user. */
    private static Executor thread(String id) {
        ThreadPoolExecutor thread = new ThreadPoolExecutor(1, 1, WRITER_IDLE_SECONDS, TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(), Thread.ofPlatform().daemon().name("experiment-" + id).factory());
        thread.allowCoreThreadTimeOut(true);
        return thread;
    }
}
