package io.stimloop.control.arming;

import io.stimloop.v1.Ready;
import io.stimloop.v1.Safe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether the commands of one experiment may leave. Of one whose stimuli can do no harm they always may. Else a
 * stimulator has to be ready and an operator to arm; every end of an arming, for whatever reason, is for good, and the
 * next has a later epoch. A stimulator that says that it is simulated arms itself.
 *
 * <p>Thread safe; no call waits for anything but a few instructions of another.
 */
public final class Arming {
    private static final double NANOS_PER_MILLI = 1e6;

    private final ArmingSettings settings;
    private final Consumer<ArmingEvent> log;
    private final Receipts receipts = new Receipts();
    private @Nullable Stimulator stimulator;
    private long latestEpoch;
    private long counter;
    private String fault = "";
    private String reason = "";
    private String illness = "";
    private String armedBy = "";
    private @Nullable Instant armedAt;
    private volatile long armedEpoch;
    private volatile boolean armed;
    private volatile long beatNanos;

    /**
     * Begins not armed.
     *
     * @param firstEpoch below all that will be; above all that were, in whichever server
     * @param log        told of every change, on any thread; must return at once and throw nothing
     */
    public Arming(ArmingSettings settings, long firstEpoch, Consumer<ArmingEvent> log) {
        this.settings = settings;
        this.log = log;
        latestEpoch = firstEpoch;
    }

    /** Of an experiment whose stimuli can do no harm. */
    public static Arming notNeeded() {
        return new Arming(ArmingSettings.HARMLESS, 0, event -> {});
    }

    /** A rig was admitted. */
    public synchronized void came(String rigId, boolean stimulates, boolean simulated, Instant now) {
        latestEpoch++;
        if (!stimulates) {
            return;
        }
        disarm("rig " + rigId + " connected anew");
        stimulator = new Stimulator(rigId, simulated, null);
        if (settings.hazardous() && simulated) {
            arm("automatically: rig " + rigId + " says that it is simulated", now, beatNanos);
        }
    }

    /** A rig is away. */
    public synchronized void left(String rigId, boolean stimulates) {
        Stimulator there = stimulator;
        if (stimulates && there != null && there.rigId().equals(rigId)) {
            disarm("rig " + rigId + " is away");
            stimulator = null;
        }
    }

    /** The stimulator says how it is. */
    public synchronized void ready(Ready ready) {
        Stimulator there = stimulator;
        if (there == null) {
            return;
        }
        Stimulator now = there.with(ready);
        stimulator = now;
        List<String> missing = now.missing(settings.limitsSha256());
        if (!missing.isEmpty() && required()) {
            disarm(missing.getFirst());
        }
    }

    /** The stimulator went safe by itself; nothing happens when it speaks of an earlier arming. */
    public synchronized void safe(Safe safe) {
        Stimulator there = stimulator;
        if (there != null && safe.getEpoch() == armedEpoch) {
            disarm("rig " + there.rigId() + " went safe: " + safe.getDetail());
        }
    }

    /**
     * What is missing to be armed, in words; empty when nothing is.
     *
     * @param recorder whether there is one
     */
    public synchronized List<String> missing(boolean recorder) {
        List<String> missing = new ArrayList<>();
        if (!recorder) {
            missing.add("no RECORDER is connected");
        }
        Stimulator there = stimulator;
        if (there == null) {
            missing.add("no STIMULATOR is connected");
        } else {
            missing.addAll(there.missing(settings.limitsSha256()));
        }
        if (!illness.isEmpty()) {
            missing.add(illness);
        }
        if (!fault.isEmpty()) {
            missing.add("a fault was not looked at: " + fault);
        }
        return missing;
    }

    /**
     * Arms, in a new epoch. To be called when nothing is missing.
     *
     * @param by who
     */
    public synchronized void arm(String by, Instant now, long nowNanos) {
        latestEpoch++;
        counter = 0;
        receipts.forget();
        armedEpoch = latestEpoch;
        armedBy = by;
        armedAt = now;
        reason = "";
        beatNanos = nowNanos;
        armed = true;
        log.accept(new ArmingEvent(ArmingEvent.Kind.ARMED, armedEpoch, by));
    }

    /** Ends the arming, if there is one; whether there was. */
    public synchronized boolean disarm(String why) {
        boolean was = armed;
        if (was) {
            armed = false;
            reason = why;
            log.accept(new ArmingEvent(ArmingEvent.Kind.DISARMED, armedEpoch, why));
        }
        return was;
    }

    /** Disarms until an operator has looked. */
    public synchronized void fault(String what) {
        disarm(what);
        fault = what;
        log.accept(new ArmingEvent(ArmingEvent.Kind.FAULTED, armedEpoch, what));
    }

    /** An operator disarms, and has looked at the fault, if there is one. */
    public synchronized void clear(String by) {
        disarm(by);
        if (!fault.isEmpty()) {
            fault = "";
            log.accept(new ArmingEvent(ArmingEvent.Kind.CLEARED, armedEpoch, by));
        }
    }

    /**
     * To be called several times a lease: what the next heartbeat says. A server that is ill, or that finds that it
     * stood still for longer than the lease, disarms.
     *
     * @param newIllness which part of the server did not answer, in words; empty when all did
     */
    public synchronized Beat beat(long nowNanos, String newIllness) {
        long gapNanos = nowNanos - beatNanos;
        beatNanos = nowNanos;
        illness = newIllness;
        if (required()) {
            if (!newIllness.isEmpty()) {
                disarm(newIllness);
            } else if (gapNanos > settings.leaseNanos()) {
                disarm("the server stood still for " + Math.round(gapNanos / NANOS_PER_MILLI) + " ms");
            }
        }
        return new Beat(armedEpoch, armed);
    }

    /** Whether a command may leave now. */
    public boolean cleared(long nowNanos) {
        return !settings.hazardous()
                || (armed && (!required() || nowNanos - beatNanos <= settings.leaseNanos()));
    }

    /** Whether someone has to arm: not when nothing can be harmed, nor while the stimulator is simulated. */
    public synchronized boolean required() {
        return settings.hazardous() && (stimulator == null || !stimulator.simulated());
    }

    /** What the next command carries. */
    public synchronized Clearance clearance() {
        counter++;
        return new Clearance(settings.hazardous() ? armedEpoch : latestEpoch, counter,
                settings.hazardous() ? settings.limitsSha256() : "");
    }

    /** Receipts of the present arming. */
    public Receipts receipts() {
        return receipts;
    }

    /** Of the last arming. */
    public long armedEpoch() {
        return armedEpoch;
    }

    /** The latest of all: grows with every connection and every arming. */
    public synchronized long latestEpoch() {
        return latestEpoch;
    }

    /** As it is now. */
    public synchronized ArmingReading reading() {
        return new ArmingReading(settings, required(), armed, fault, fault.isEmpty() ? reason : fault,
                armedBy, armedAt, armed ? armedEpoch : latestEpoch);
    }
}
