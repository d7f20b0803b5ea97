package io.stimloop.rig.client;

import io.grpc.SynchronizationContext;
import io.stimloop.rig.guard.Guard;
import io.stimloop.rig.guard.Order;
import io.stimloop.rig.guard.OutputLimits;
import io.stimloop.v1.Experiment;
import io.stimloop.v1.Heartbeat;
import io.stimloop.v1.Present;
import io.stimloop.v1.Ready;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.Safe;
import io.stimloop.v1.Welcome;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a stimulator that has to be armed says and hears, and the guard between it and its output. Of any other rig it
 * lets everything through. Runs within the client's context, but for what the guard does by itself.
 */
final class Guarding implements AutoCloseable {
    /** Heartbeats of the rig whose answer may still come. */
    private static final int REMEMBERED = 64;
    private static final int LONGEST_DETAIL = 1_024;

    private final RigAdapter adapter;
    private final RigClock clock;
    private final SynchronizationContext context;
    private final Consumer<RigMessage> wire;
    private final Consumer<String> broken;
    private final long[] sentNanos = new long[REMEMBERED];
    private @Nullable Guard guard;
    private @Nullable OutputLimits limits;
    private Experiment limitsAbout = Experiment.getDefaultInstance();
    private boolean required;
    private long leaseNanos;
    private long heartbeats;
    private String limitsSha256 = "";
    private Optional<String> illness = Optional.empty();

    /**
     * Guards nothing yet.
     *
     * @param wire   takes what is to be sent
     * @param broken told within the context that the output was switched off, and why
     */
    Guarding(RigAdapter adapter, RigClock clock, SynchronizationContext context, Consumer<RigMessage> wire,
            Consumer<String> broken) {
        this.adapter = adapter;
        this.clock = clock;
        this.context = context;
        this.wire = wire;
        this.broken = broken;
    }

    /** A stream begins. */
    void onWelcome(Welcome welcome) {
        required = welcome.getArmingRequired();
        heartbeats = 0;
        if (!required) {
            return;
        }
        if (guard == null) {
            guard = new Guard(adapter::cutOutput, this::wentSafe, clock::nanoTime);
        }
        leaseNanos = Messages.nanos(welcome.getLease());
        limitsSha256 = welcome.getLimitsSha256();
        guard.connected(limits(welcome), leaseNanos, welcome.getEpoch());
        beat();
        illness = adapter.ill();
        illness.ifPresentOrElse(guard::fail, guard::recover);
        sayReady();
    }

    /** The same as before where nothing has changed: what was put out before the stream broke still counts. */
    private OutputLimits limits(Welcome welcome) {
        Experiment told = welcome.getExperiment();
        Experiment about = Experiment.newBuilder().setSpec(told.getSpec()).setLimits(told.getLimits())
                .build();
        OutputLimits held = limits;
        if (held == null || !about.equals(limitsAbout)) {
            held = DeviceLimits.of(welcome);
            limits = held;
            limitsAbout = about;
        }
        return held;
    }

    /** The server lives, and says whether the output may go on. */
    void onHeartbeat(Heartbeat heartbeat) {
        Guard there = guard;
        if (required && there != null) {
            there.renew(heartbeat.getEpoch(), heartbeat.getSequence(), heartbeat.getArmed(),
                    answeredNanos(heartbeat.getAnswers()));
            lookAtHealth(there);
        }
        beat();
    }

    private long answeredNanos(long answers) {
        boolean known = answers > 0 && answers <= heartbeats && heartbeats - answers < REMEMBERED;
        return known ? sentNanos[(int) (answers % REMEMBERED)] : clock.nanoTime() - leaseNanos;
    }

    private void beat() {
        heartbeats++;
        sentNanos[(int) (heartbeats % REMEMBERED)] = clock.nanoTime();
        wire.accept(RigMessage.newBuilder().setHeartbeat(Heartbeat.newBuilder().setSequence(heartbeats))
                .build());
    }

    private void lookAtHealth(Guard there) {
        Optional<String> now = adapter.ill();
        if (now.equals(illness)) {
            return;
        }
        illness = now;
        now.ifPresentOrElse(there::fail, there::recover);
        sayReady();
    }

    private void sayReady() {
        wire.accept(RigMessage.newBuilder().setReady(Ready.newBuilder().setLimitsSha256(limitsSha256)
                .setHealthy(illness.isEmpty()).setDetail(cut(illness.orElse("")))).build());
    }

    /**
     * Carries a command out, if it may be.
     *
     * @param on begins it
     * @return why it was not carried out, in words; empty when it was
     */
    Optional<String> carryOut(Present present, Command command, long arrivalNanos, Runnable on) {
        Guard there = guard;
        if (!required || there == null) {
            on.run();
            return Optional.empty();
        }
        return there.carryOut(new Order(present.getEpoch(), present.getCounter(), present.getLimitsSha256(),
                command.stimulus(), arrivalNanos, Messages.nanos(present.getValidFor()),
                adapter.outputNanos(command)), on);
    }

    /** Whether an output may begin now. */
    boolean mayPresent() {
        Guard there = guard;
        return !required || there == null || there.armed();
    }

    /** The server says halt: off first, then the answer that somebody waits for. */
    void onHalt(String reason) {
        Guard there = guard;
        if (required && there != null) {
            say(there.goSafe(reason), reason);
        }
    }

    private void wentSafe(long epoch, String reason) {
        context.execute(() -> {
            broken.accept(reason);
            say(epoch, reason);
        });
    }

    private void say(long epoch, String reason) {
        wire.accept(RigMessage.newBuilder().setSafe(Safe.newBuilder().setEpoch(epoch).setDetail(cut(reason)))
                .build());
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST_DETAIL, text.length()));
    }

    /** Switches the output off for good. */
    @Override
    public void close() {
        if (guard != null) {
            guard.close();
        }
    }
}
