package io.stimloop.control.record;

import com.google.protobuf.Timestamp;
import io.stimloop.control.arming.ArmingEvent;
import io.stimloop.control.arming.Pulse;
import io.stimloop.control.experiment.Acknowledgements;
import io.stimloop.control.experiment.Companions;
import io.stimloop.control.experiment.DecisionTimes;
import io.stimloop.control.experiment.RigPort;
import io.stimloop.control.experiment.TrialListener;
import io.stimloop.control.journal.Journal;
import io.stimloop.control.journal.JournalListener;
import io.stimloop.control.safety.DoseReserve;
import io.stimloop.inference.belief.Belief;
import io.stimloop.planning.decision.Decision;
import io.stimloop.v1.Acknowledged;
import io.stimloop.v1.Finished;
import io.stimloop.v1.Halt;
import io.stimloop.v1.HaltReason;
import io.stimloop.v1.JournalRecord;
import io.stimloop.v1.Maintained;
import io.stimloop.v1.NeuronChange;
import io.stimloop.v1.OperatorActionKind;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import io.stimloop.v1.Receipt;
import io.stimloop.v1.ServerMessage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the journal of one experiment: whatever happens becomes a record, and the rig hears of its outcomes when they are
 * safe, from the journal's own thread. Until {@link #keep} there is no journal and nothing is kept. The methods of a
 * listener are called by the experiment's writer.
 */
public final class JournalKeeper
        implements
            TrialListener,
            Acknowledgements,
            Companions.Doses,
            JournalListener,
            Pulse.Part {
    /** A disk may take some tenths of a second now and then. */
    private static final long LONGEST_NANOS = 1_000_000_000;

    private final LongSupplier nanoClock;
    private final InstantSource wallClock;
    private final ReservedDoses doses;
    private volatile @Nullable Journal journal;
    private volatile @Nullable RigPort recorder;
    private volatile Consumer<Throwable> failureHandler = failure -> {};
    private volatile LongConsumer lowSpace = free -> {};
    private volatile @Nullable Throwable failure;
    private volatile Runnable answer = () -> {};
    private volatile long appended;
    private volatile long answeredBy = Long.MAX_VALUE;
    private volatile long written;
    private volatile long acceptedThrough;
    private volatile long durableThrough;
    private Present command = Present.getDefaultInstance();
    private JournalRecord.Commanded.Builder commanded = JournalRecord.Commanded.newBuilder();

    /**
     * Of an experiment that has no journal yet.
     *
     * @param nanoClock monotonic
     * @param wallClock for the record
     * @param granted   doses that were recorded as spent before, by site; empty for a new experiment
     */
    public JournalKeeper(LongSupplier nanoClock, InstantSource wallClock, List<Double> granted) {
        this.nanoClock = nanoClock;
        this.wallClock = wallClock;
        doses = new ReservedDoses(granted, this::append);
    }

    /**
     * Keeps this journal from now on.
     *
     * @param onFailure  told when the journal is of no use any more; at once when that is so already
     * @param onLowSpace told how many bytes are free when that may be too few before long
     */
    public void keep(Journal opened, Consumer<Throwable> onFailure, LongConsumer onLowSpace) {
        lowSpace = onLowSpace;
        acceptedThrough = opened.acceptedTrial();
        durableThrough = opened.durableTrial();
        journal = opened;
        failureHandler = onFailure;
        Throwable already = failure;
        if (already != null) {
            onFailure.accept(already);
        }
        doses.askAgain();
        append(record().setClockAnchor(anchor()));
        opened.kick();
    }

    private JournalRecord.ClockAnchor anchor() {
        return JournalRecord.ClockAnchor.newBuilder().setWall(timestamp(wallClock.instant()))
                .setMonotonicNanos(nanoClock.getAsLong()).build();
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder().setSeconds(instant.getEpochSecond()).setNanos(instant.getNano())
                .build();
    }

    /** Writes all that happened and ends. */
    public void close() {
        Journal open = journal;
        if (open != null) {
            open.close();
        }
    }

    private JournalRecord.Builder record() {
        return JournalRecord.newBuilder().setAtNanos(nanoClock.getAsLong());
    }

    private long append(JournalRecord.Builder record) {
        Journal open = journal;
        long number = open == null ? 0 : open.append(record.build());
        appended = Math.max(appended, number);
        return number;
    }

    @Override
    public String name() {
        return "the journal";
    }

    @Override
    public long limitNanos() {
        return LONGEST_NANOS;
    }

    /** Answers when all that was appended before is written. */
    @Override
    public void ping(Runnable whenWritten) {
        Journal open = journal;
        if (open == null || appended == 0) {
            whenWritten.run();
            return;
        }
        answer = whenWritten;
        answeredBy = appended;
        answerIfWritten();
    }

    private void answerIfWritten() {
        if (written >= answeredBy) {
            answeredBy = Long.MAX_VALUE;
            answer.run();
        }
    }

    private void kick() {
        Journal open = journal;
        if (open != null) {
            open.kick();
        }
    }

    @Override
    public void commanded(Present present, Decision decision, Supplier<String> reason) {
        command = present;
        commanded = JournalRecord.Commanded.newBuilder().setPresent(present).setReason(reason.get())
                .setSkipped(decision.progress().skipped());
        CommandWords.describe(decision, commanded);
    }

    @Override
    public void decided(Decision decision, DecisionTimes times) {
        append(record().setCommanded(commanded.setTook(CommandWords.took(times))));
    }

    @Override
    public void taken(Outcome outcome) {
        JournalRecord.Taken.Builder taken = JournalRecord.Taken.newBuilder().setOutcome(outcome);
        taken.addAllPresented(
                outcome.getPresentedCount() == 0 ? command.getStimulusList() : outcome.getPresentedList());
        append(record().setTaken(taken));
    }

    @Override
    public void withdrawn(Outcome unknown) {
        append(record().setTaken(JournalRecord.Taken.newBuilder().setOutcome(unknown).setWithdrawn(true)));
    }

    @Override
    public void learned(long trial, Belief belief, boolean implausible) {
        append(record().setLearned(JournalRecord.Learned.newBuilder().setTrial(trial)
                .setBeliefDigest(belief.digest()).setImplausible(implausible)));
    }

    @Override
    public void maintenanceBegun() {
        append(record().setMaintenanceBegun(
                JournalRecord.MaintenanceBegun.newBuilder().setBeforeTrial(command.getTrial())));
    }

    @Override
    public void maintained(Maintained adopted, Belief belief) {
        append(record().setMaintained(JournalRecord.MaintenanceAdopted.newBuilder()
                .setBeforeTrial(command.getTrial()).setDescription(adopted.getDescription())
                .setBeliefDigest(belief.digest())));
    }

    @Override
    public void neuronsChanged(NeuronChange change) {
        append(record().setNeuronsChanged(change));
    }

    @Override
    public void receipt(Receipt receipt) {
        append(record().setReceipt(receipt));
        kick();
    }

    @Override
    public void acted(OperatorActionKind kind, String operator, String reason) {
        append(record().setOperatorAction(JournalRecord.OperatorAction.newBuilder().setKind(kind)
                .setOperator(operator).setReason(reason).setAskedAt(timestamp(wallClock.instant()))));
        kick();
    }

    @Override
    public void arming(ArmingEvent event) {
        append(record()
                .setOperatorAction(JournalRecord.OperatorAction.newBuilder().setKind(kind(event.kind()))
                        .setReason(event.detail()).setEpoch(event.epoch())
                        .setAskedAt(timestamp(wallClock.instant()))));
        kick();
    }

    private static OperatorActionKind kind(ArmingEvent.Kind kind) {
        return switch (kind) {
            case ARMED -> OperatorActionKind.ARM;
            case DISARMED -> OperatorActionKind.DISARM;
            case FAULTED -> OperatorActionKind.FAULT;
            case CLEARED -> OperatorActionKind.CLEAR;
        };
    }

    @Override
    public void finished(long trials, String reason) {
        append(record().setFinished(Finished.newBuilder().setTrials(trials).setReason(reason)));
        kick();
    }

    @Override
    public void halted(HaltReason reason, String detail) {
        append(record().setHalted(Halt.newBuilder().setReason(reason).setDetail(detail)));
        kick();
    }

    /** The rig hears of it from the journal's thread, when it is written. */
    @Override
    public void taken(RigPort from, long trial) {
        recorder = from;
        kick();
    }

    @Override
    public void again(RigPort from, long takenThrough) {
        recorder = from;
        from.send(acknowledged());
    }

    @Override
    public long durableThrough() {
        return durableThrough;
    }

    private ServerMessage acknowledged() {
        return ServerMessage.newBuilder().setAcknowledged(Acknowledged.newBuilder()
                .setAcceptedThrough(acceptedThrough).setDurableThrough(durableThrough)).build();
    }

    private void tellRecorder() {
        RigPort port = recorder;
        if (port != null) {
            port.send(acknowledged());
        }
    }

    @Override
    public void accepted(long number, long trial) {
        written = number;
        answerIfWritten();
        if (trial > acceptedThrough) {
            acceptedThrough = trial;
            tellRecorder();
        }
    }

    @Override
    public void durable(long number, long trial) {
        doses.durableThrough(number);
        if (trial > durableThrough) {
            durableThrough = trial;
            tellRecorder();
        }
    }

    @Override
    public void failed(Throwable broken) {
        failure = broken;
        failureHandler.accept(broken);
    }

    @Override
    public void spaceIsLow(long freeBytes) {
        lowSpace.accept(freeBytes);
    }

    @Override
    public DoseReserve reserve(int sites) {
        return doses.forSites(sites);
    }
}
