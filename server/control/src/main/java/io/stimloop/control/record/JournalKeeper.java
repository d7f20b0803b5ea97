package io.stimloop.control.record;

import io.stimloop.control.arming.Pulse;
import io.stimloop.control.experiment.Acknowledgements;
import io.stimloop.control.experiment.Companions;
import io.stimloop.control.experiment.RigPort;
import io.stimloop.control.experiment.TrialListener;
import io.stimloop.control.journal.Journal;
import io.stimloop.control.journal.JournalListener;
import io.stimloop.control.safety.DoseReserve;
import io.stimloop.v1.Acknowledged;
import io.stimloop.v1.JournalRecord;
import io.stimloop.v1.ServerMessage;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the journal of one experiment: the rig hears of its outcomes when they are safe, from the journal's own thread,
 * doses are granted when they are recorded, and the output lives on only while what happens is written. Until {@link #keep}
 * there is no journal and nothing is kept.
 */
public final class JournalKeeper
        implements
            Acknowledgements,
            Companions.Doses,
            JournalListener,
            Pulse.Part {
    /** A disk may take some tenths of a second now and then. */
    private static final long LONGEST_NANOS = 1_000_000_000;

    private final LongSupplier nanoClock;
    private final InstantSource wallClock;
    private final ReservedDoses doses;
    private final JournalEvents events;
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
        events = new JournalEvents(this, wallClock);
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
        append(JournalRecord.newBuilder().setClockAnchor(anchor()));
        opened.kick();
    }

    private JournalRecord.ClockAnchor anchor() {
        return JournalRecord.ClockAnchor.newBuilder().setWall(Moments.timestamp(wallClock.instant()))
                .setMonotonicNanos(nanoClock.getAsLong()).build();
    }

    /** Makes records of what happens. */
    public TrialListener events() {
        return events;
    }

    /** Writes all that happened and ends. */
    public void close() {
        Journal open = journal;
        if (open != null) {
            open.close();
        }
    }

    /** Takes what happens now; its number, or 0 where there is no journal. */
    long append(JournalRecord.Builder record) {
        Journal open = journal;
        long number = open == null ? 0 : open.append(record.setAtNanos(nanoClock.getAsLong()).build());
        appended = Math.max(appended, number);
        return number;
    }

    /** How many records wait to be written. Any thread. */
    public long lag() {
        return journal == null ? 0 : Math.max(0, appended - written);
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

    /** Has it written now. */
    void kick() {
        Journal open = journal;
        if (open != null) {
            open.kick();
        }
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
            // A rig that is told of nothing durable takes it that there is no journal, and keeps nothing.
            if (durableThrough > 0) {
                tellRecorder();
            }
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
