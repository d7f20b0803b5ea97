package io.stimloop.control.experiment;

import io.stimloop.control.arming.Arming;
import io.stimloop.control.arming.Beat;
import io.stimloop.control.arming.Pulse;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.v1.ArmExperimentRequest;
import io.stimloop.v1.DisarmExperimentRequest;
import io.stimloop.v1.HaltReason;
import io.stimloop.v1.OperatorActionKind;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Ready;
import io.stimloop.v1.Receipt;
import io.stimloop.v1.Role;
import io.stimloop.v1.Safe;
import io.stimloop.v1.State;
import io.stimloop.v1.StoppedRig;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * One open experiment as the rest of the server sees it. Thread safe: whatever comes from outside is handed
 * to the experiment's one writer in the order it came; only {@link #halt} acts at once, from any thread.
 */
public final class Experiment {
    private static final int MOST_WAITING = 256;
    /** Heartbeats within a lease; of one that an output lives on. */
    private static final int HEARTBEATS = 3;
    private static final int RENEWALS = 5;
    /** Beyond its deadlines, the time that the writer may take for what comes after a command. */
    private static final long WRITER_GRACE_NANOS = 1_000_000_000;
    /** Those who only look leave room for the rigs. */
    private static final int MOST_ASKING = MOST_WAITING / 2;

    private final Identity identity;
    private final BeliefReader reader;
    private final Lifecycle lifecycle;
    private final Arming arming;
    private final RigRoster roster;
    private final ArmingDesk armingDesk;
    private final SafeWait safeWait;
    private final TrialListener listener;
    private final NeuronChanges neurons;
    private final TrialLoop loop;
    private final Portrait portrait;
    private final SerialExecutor writer;
    private final Questions questions;
    private final Pulse pulse;
    private final InstantSource wallClock;
    private final LongSupplier nanoClock;

    /**
     * Makes an experiment that waits for its rigs.
     *
     * @param threads runs the writer; may run it on the calling thread
     */
    Experiment(Identity identity, BeliefReader reader, LoopSetup setup, Companions companions,
            Executor threads, InstantSource wallClock) {
        this(identity, reader, setup, new Course(setup), new Lifecycle(), companions, threads, wallClock);
    }

    /**
     * Makes an experiment that goes on.
     *
     * @param course    where it goes on
     * @param lifecycle in which state
     */
    Experiment(Identity identity, BeliefReader reader, LoopSetup setup, Course course, Lifecycle lifecycle,
            Companions companions, Executor threads, InstantSource wallClock) {
        this.identity = identity;
        this.reader = reader;
        this.lifecycle = lifecycle;
        this.wallClock = wallClock;
        listener = companions.listener();
        nanoClock = setup.nanoClock();
        arming = new Arming(Hazard.of(identity.spec().safety()),
                Math.max(wallClock.millis(), course.highestEpoch()), listener::arming);
        roster = new RigRoster(arming);
        armingDesk = new ArmingDesk(identity.id(), lifecycle, roster, arming, wallClock, nanoClock);
        safeWait = new SafeWait(identity.id(), roster, arming, nanoClock);
        loop = new TrialLoop(setup, course, lifecycle, roster, arming, companions);
        neurons = setup.neurons();
        portrait = new Portrait(identity, lifecycle, roster, loop, neurons, armingDesk);
        writer = new SerialExecutor(threads, MOST_WAITING, this::failed);
        questions = new Questions(identity.id(), writer, MOST_ASKING, this::failed);
        List<Pulse.Part> parts = new ArrayList<>(companions.parts());
        parts.add(new WriterPart(writer, MOST_ASKING, 2 * setup.deadlineNanos() + WRITER_GRACE_NANOS,
                loop::endIfTimeIsUp));
        pulse = new Pulse(parts);
    }

    /** Its id. */
    public String id() {
        return identity.id();
    }

    /** What it holds of the memory budget. */
    public long memoryBytes() {
        return identity.spec().memoryBytes();
    }

    /** When it was created, by the wall clock. */
    public Instant createdAt() {
        return identity.createdAt();
    }

    /** Its spec. */
    public ResolvedSpec spec() {
        return identity.spec();
    }

    /** Whether it is over, in whichever way. Any thread. */
    public boolean over() {
        return lifecycle.over();
    }

    /** Whether commands are sent. Any thread. */
    public boolean running() {
        return lifecycle.running();
    }

    /** Rigs connected now. Any thread. */
    public int rigs() {
        return roster.rigs().size();
    }

    /** The rigs that are connected now, and for how long nothing came from each. Any thread. */
    public List<RigContact> contacts() {
        long now = nanoClock.getAsLong();
        return roster.rigs().stream()
                .map(rig -> new RigContact(rig.rigId(), rig.simulated(), now - rig.port().heardNanos()))
                .toList();
    }

    /** Entropy of the prior, in nats. */
    public double priorEntropyNats() {
        return identity.priorEntropyNats();
    }

    /** How long a stimulator may go on without a word, in nanoseconds. */
    public long leaseNanos() {
        return identity.spec().safety().leaseNanos();
    }

    /**
     * A rig says Hello: it gets Welcome and, where one is under way, the command; or it is refused.
     *
     * @param simulated whether it drives nothing physical
     */
    public void connect(RigPort port, String rigId, Set<Role> roles, boolean simulated) {
        fromRig(port, () -> {
            requireOpen();
            roster.admit(new RigRoster.Rig(rigId, roles, simulated, port), wallClock.instant());
            // A halt that came since tells only the rigs that it found; from here on it finds this one.
            requireOpen();
            if (!port.open()) {
                // It went away while its Hello waited, and its going was seen before its coming.
                roster.remove(port);
                return;
            }
            port.send(portrait.welcome(port));
            portrait.neurons().ifPresent(port::send);
            loop.repeatCommand(port);
            beginOrGoOn();
        });
    }

    private void beginOrGoOn() {
        if (!roster.complete() || !arming.cleared(nanoClock.getAsLong())) {
            return;
        }
        if (lifecycle.start()) {
            loop.start();
        } else {
            loop.goOn();
        }
    }

    private void requireOpen() {
        if (lifecycle.over()) {
            throw Refused.of(Refused.Kind.STATE, "hello.experiment_id",
                    "experiment " + id() + " is " + lifecycle.state() + " (" + lifecycle.reason()
                            + "); create a new one");
        }
    }

    /** A rig's stream has ended, in whichever way; its port is closed already. Any thread. */
    public void disconnect(RigPort port) {
        roster.remove(port);
    }

    /**
     * A rig has said all that it has to say: it leaves after what it said was dealt with.
     *
     * @param closing closes its port; called once
     */
    public void leave(RigPort port, Runnable closing) {
        boolean accepted = writer.offer(() -> {
            closing.run();
            roster.remove(port);
        });
        if (!accepted) {
            closing.run();
            roster.remove(port);
        }
    }

    /**
     * A rig sent an outcome.
     *
     * @param arrivedNanos when it arrived, on the nanosecond clock
     */
    public void outcome(RigPort port, Outcome outcome, long arrivedNanos) {
        fromRig(port, () -> {
            try {
                require(port, Role.RECORDER, "outcome");
                loop.outcome(port, outcome, arrivedNanos);
            } catch (Refused refused) {
                listener.received(TrialListener.Reception.REFUSED);
                throw refused;
            }
        });
    }

    /** A rig sent a receipt. */
    public void receipt(RigPort port, Receipt receipt) {
        fromRig(port, () -> {
            require(port, Role.STIMULATOR, "receipt");
            loop.receipt(receipt);
        });
    }

    /** A stimulator says how it is. Any thread. */
    public void ready(RigPort port, Ready ready) {
        if (roster.holds(port, Role.STIMULATOR)) {
            arming.ready(ready);
        }
    }

    /** A stimulator has gone safe. Any thread, whatever the writer is doing. */
    public void safe(RigPort port, Safe safe) {
        if (roster.holds(port, Role.STIMULATOR)) {
            arming.safe(safe);
        }
        safeWait.heard(port, safe);
    }

    /** An operator arms: from now on commands leave. */
    public CompletableFuture<io.stimloop.v1.Experiment> arm(ArmExperimentRequest request) {
        return questions.change(() -> {
            armingDesk.arm(request);
            // The adapter hears of it before the first command, which it would refuse else.
            tellOfOutput("");
            beginOrGoOn();
            return portrait.describe();
        });
    }

    /** An operator disarms: no command leaves any more, and the stimulator is told at once. Any thread. */
    public CompletableFuture<io.stimloop.v1.Experiment> disarm(DisarmExperimentRequest request) {
        armingDesk.disarm(request);
        tellOfOutput("");
        return questions.ask(portrait::describe);
    }

    private void require(RigPort port, Role role, String message) {
        if (!roster.holds(port, role)) {
            throw Refused.of(Refused.Kind.STATE, message,
                    "only a rig that said hello with the role " + role + " sends one");
        }
    }

    /** No further command is sent. */
    public CompletableFuture<io.stimloop.v1.Experiment> pause() {
        return questions.change(() -> {
            if (lifecycle.pause()) {
                listener.acted(OperatorActionKind.PAUSE, "", "");
            } else if (lifecycle.state() != State.PAUSED) {
                throw wrongState("paused", "RUNNING");
            }
            return portrait.describe();
        });
    }

    /** Commands are sent again. */
    public CompletableFuture<io.stimloop.v1.Experiment> resume() {
        return questions.change(() -> {
            if (lifecycle.resume()) {
                listener.acted(OperatorActionKind.RESUME, "", "");
                loop.goOn();
            } else if (lifecycle.state() != State.RUNNING) {
                throw wrongState("resumed", "PAUSED");
            }
            return portrait.describe();
        });
    }

    /** Ends in good order. */
    public CompletableFuture<io.stimloop.v1.Experiment> finish(String reason) {
        return questions.change(() -> {
            loop.finish(reason);
            if (lifecycle.state() != State.FINISHED) {
                throw wrongState("finished", "CREATED, RUNNING or PAUSED");
            }
            return portrait.describe();
        });
    }

    private Refused wrongState(String verb, String right) {
        return Refused.of(Refused.Kind.STATE, "experiment " + id() + " is " + lifecycle.state()
                + " and cannot be " + verb + "; it would have to be " + right);
    }

    /**
     * Stops at once, from any thread, whatever the writer is doing; no command leaves after it.
     *
     * @return whether this call halted it; false when it was over already
     */
    public boolean halt(HaltReason reason, String detail) {
        boolean halted = lifecycle.halt(detail);
        if (halted) {
            safeWait.halt(reason, detail);
            listener.halted(reason, detail);
        }
        return halted;
    }

    /**
     * What its stimulators, as far as they had to be armed, said to the last halt. Completes by itself, at the latest half a
     * second after it. Any thread.
     */
    public CompletableFuture<List<StoppedRig>> whenSafe() {
        return safeWait.whenSafe();
    }

    /** Tells the rigs that the server is going away; the experiment itself does not change. */
    public void serverStopping(String detail) {
        safeWait.halt(HaltReason.SERVER_STOPPING, detail);
    }

    /** How often to call {@link #tick}, in nanoseconds. */
    public long tickNanos() {
        return leaseNanos() / (arming.reading().settings().hazardous() ? RENEWALS : HEARTBEATS);
    }

    /**
     * To be called every {@link #tickNanos}: sends heartbeats, which renew the lease of the output while every part of the
     * server is well, and looks at the time. Any thread.
     *
     * @param illness which part of the server did not answer, in words; empty when all did
     */
    public void tick(String illness) {
        String ownIllness = pulse.illness(nanoClock.getAsLong());
        tellOfOutput(illness.isEmpty() ? ownIllness : illness);
    }

    private void tellOfOutput(String illness) {
        Beat beat = arming.beat(nanoClock.getAsLong(), illness);
        roster.forEachPort(port -> port.heartbeat(beat));
    }

    /** What it is and how far it has come. */
    public CompletableFuture<io.stimloop.v1.Experiment> description() {
        return questions.ask(portrait::describe);
    }

    /** Where changes of its neurons are asked for. */
    NeuronDesk neurons() {
        return new NeuronDesk(questions, lifecycle, neurons, loop, portrait);
    }

    /** A copy of the belief to look at. */
    public CompletableFuture<BeliefReading> reading() {
        return questions.ask(this::read);
    }

    private BeliefReading read() {
        return reader.read(loop.course().learning().implausible(), loop.modelCheck(), loop.maintained(),
                neurons.effective(),
                loop.course().previous());
    }

    /** Everything a display shows but the belief, and a copy of the belief to complete it with. */
    public CompletableFuture<SnapshotReading> snapshot() {
        return questions.ask(() -> new SnapshotReading(portrait.snapshot(), read(), portrait.decision(),
                loop.budgets()));
    }

    private void fromRig(RigPort port, Runnable task) {
        boolean accepted = writer.offer(() -> {
            try {
                task.run();
            } catch (Refused refused) {
                port.refuse(refused);
            }
        });
        if (!accepted) {
            port.refuse(Refused.of(Refused.Kind.EXHAUSTED, "experiment " + id()
                    + " has too many messages waiting; a rig sends one outcome for each command"));
        }
    }

    private void failed(Throwable failure) {
        listener.failed(failure);
        halt(HaltReason.INTERNAL_ERROR, "internal error: " + failure);
    }
}
