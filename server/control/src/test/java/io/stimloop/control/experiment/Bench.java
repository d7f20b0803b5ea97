package io.stimloop.control.experiment;

import com.google.protobuf.Duration;
import io.stimloop.control.check.ModelCheck;
import io.stimloop.control.safety.DoseReserve;
import io.stimloop.control.safety.SafetyEnvelope;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.grid.GridBelief;
import io.stimloop.inference.objective.Objective;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.pool.WorkerPool;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Role;
import io.stimloop.v1.State;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * An experiment of real parts that runs on the calling thread, with a clock held by hand. The rig is the
 * test's. Not thread safe.
 */
final class Bench {
    static final Set<Role> BOTH = EnumSet.of(Role.RECORDER, Role.STIMULATOR);

    /** A search by one thread needs no helpers, so the pool holds nothing that would have to be closed. */
    private static final WorkerPool POOL = new WorkerPool(1, 0);

    final HandClock clock = new HandClock();
    final NotingListener listener = new NotingListener();
    final ResolvedSpec spec;
    final Experiment experiment;

    /** The experiment's own. */
    final Belief belief;

    private Bench(String id, ResolvedSpec spec, SafetyEnvelope envelope, boolean doorKnown) {
        this.spec = spec;
        Door door = doorKnown ? Door.of(envelope, clock, listener) : Door.OPEN;
        belief = spec.source().create();
        Objective objective = spec.aim().objective();
        ResponsePredictor tables = belief.predictor(spec.candidates(), objective.question());
        ModelWatch watch = new ModelWatch(
                spec.modelCheck().on() ? new ModelCheck(0.01, spec.seed()) : null, belief);
        BeliefReader reader = new BeliefReader(belief, spec, tables);
        NeuronChanges neurons = new NeuronChanges(spec, belief, bigger -> enlarge(bigger, watch, reader));
        LoopSetup setup = new LoopSetup(spec.source().responses(), belief,
                new PlannerFactory(POOL, clock).planner(
                        new PlannerNeeds(spec, belief, tables, watch, listener::failed, false).behind(door)),
                envelope, new StoppingCheck(spec.stopping()), watch, Upkeep.off(belief), neurons,
                spec.planner().deadlineNanos(),
                spec.safety().validForNanos(), clock);
        experiment = new Experiment(new Identity(id, spec, Instant.EPOCH, 1, belief.entropyNats()),
                reader, setup, Companions.of(listener), Runnable::run, () -> Instant.EPOCH);
    }

    private Planner enlarge(ResolvedSpec bigger, ModelWatch watch, BeliefReader reader) {
        Objective objective = bigger.aim().objective();
        ResponsePredictor tables = belief.predictor(bigger.candidates(), objective.question());
        reader.enlarge(bigger, tables);
        return new PlannerFactory(POOL, clock).planner(
                new PlannerNeeds(bigger, belief, tables, watch, listener::failed, false));
    }

    /** The small experiment with this planner and this stopping rule. */
    static Bench of(String planner, String stopping) {
        return of("bench", Specs.of(planner, stopping));
    }

    /** Likewise, of this spec. */
    static Bench of(String id, ResolvedSpec spec) {
        return of(id, spec, new SafetyEnvelope(spec.safety().min(), spec.safety().max()));
    }

    /** Likewise, behind a door that the planner does not know of. */
    static Bench of(String id, ResolvedSpec spec, SafetyEnvelope envelope) {
        return new Bench(id, spec, envelope, false);
    }

    /** Likewise, behind the door that the spec comes to, and which the planner knows of. */
    static Bench enveloped(String id, ResolvedSpec spec) {
        return new Bench(id, spec,
                spec.envelope().envelope(DoseReserve.inMemory(spec.safety().outputs().doses())), true);
    }

    /** The small experiment that presents a sequence until someone ends it. */
    static Bench ofSequence() {
        return of(Specs.SEQUENCE, "");
    }

    /** Likewise, by an id of its own. */
    static Bench named(String id) {
        return of(id, Specs.of(Specs.SEQUENCE, ""));
    }

    /** The small experiment behind a door that is narrower than what the spec allows. */
    static Bench behind(SafetyEnvelope envelope) {
        return of("bench", Specs.of(Specs.SEQUENCE, ""), envelope);
    }

    /** A rig of both roles says hello. */
    RecordingPort connect() {
        return connect("rig", BOTH);
    }

    RecordingPort connect(String rigId, Set<Role> roles) {
        return connect(rigId, roles, true);
    }

    /** Likewise, of a rig that may drive something physical. */
    RecordingPort connect(String rigId, Set<Role> roles, boolean simulated) {
        RecordingPort port = new RecordingPort();
        experiment.connect(port, rigId, roles, simulated);
        return port;
    }

    /** The outcome arrives now. */
    void outcome(RecordingPort port, Outcome outcome) {
        experiment.outcome(port, outcome, clock.nowNanos());
    }

    /** Answers the trial under way with a count. */
    void count(RecordingPort port, int count) {
        outcome(port, counted(port.lastPresent().getTrial(), count));
    }

    static Outcome counted(long trial, int count) {
        return Outcome.newBuilder().setTrial(trial).addCounts(count).build();
    }

    static Outcome invalid(long trial) {
        return Outcome.newBuilder().setTrial(trial).setInvalid(true).build();
    }

    State state() {
        return experiment.description().join().getState();
    }

    static long nanos(Duration duration) {
        return duration.getSeconds() * HandClock.SECOND + duration.getNanos();
    }

    /** The experiment's own, of one neuron. */
    GridBelief grid() {
        return (GridBelief) belief;
    }

    /** The belief, bit for bit. */
    List<Long> bits() {
        return bits(grid());
    }

    static List<Long> bits(GridBelief belief) {
        DoubleStream numbers = belief.marginals().stream().flatMapToDouble(DoubleStream::of);
        return LongStream.concat(LongStream.of(belief.trials()),
                DoubleStream.concat(DoubleStream.of(belief.entropyNats()), numbers)
                        .mapToLong(Double::doubleToRawLongBits))
                .boxed().toList();
    }
}
