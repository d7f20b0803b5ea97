package io.stimloop.rig.conformance;

import io.stimloop.v1.Hello;
import io.stimloop.v1.Present;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.Welcome;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One connection of the adapter, from Welcome on, with a heart that beats five times a lease. */
final class Session implements AutoCloseable {
    private static final int BEATS_PER_LEASE = 5;
    private static final long VALID_MILLIS = 500;

    private final Conversation adapter;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("kit-heart").factory());
    private final long epoch;
    private long sequence;
    private long trial;
    private long counter;
    private volatile boolean beating = true;
    private volatile boolean armed;
    private volatile boolean stale;
    private volatile long lastBeatNanos;

    /**
     * Welcomes the adapter.
     *
     * @param epoch   of the connection; the next is that of the arming
     * @param pulseMs of the light
     */
    Session(Conversation adapter, long epoch, double pulseMs) {
        this.adapter = adapter;
        this.epoch = epoch;
        Hello hello = adapter.hello();
        adapter.say(message -> message.setWelcome(Welcome.newBuilder()
                .setExperiment(Script.experiment(hello.getExperimentId(), pulseMs))
                .setLease(Script.millis(Script.LEASE_MILLIS)).setNextTrial(trial()).setEpoch(epoch)
                .setLimitsSha256(Script.LIMITS_SHA256).setArmingRequired(true)));
        var _ = heart.scheduleAtFixedRate(this::beat, 0, Script.LEASE_MILLIS / BEATS_PER_LEASE,
                TimeUnit.MILLISECONDS);
    }

    /** Trials go on from connection to connection. */
    private long trial() {
        trial = Math.max(trial, epoch * 100);
        return trial + 1;
    }

    private synchronized void beat() {
        if (beating) {
            sequence++;
            lastBeatNanos = System.nanoTime();
            adapter.beat(sequence, armedEpoch(), armed, stale ? 1 : adapter.heardBeats());
        }
    }

    Conversation adapter() {
        return adapter;
    }

    long armedEpoch() {
        return epoch + 1;
    }

    /** Waits until it is ready. */
    void requireReady() {
        var ready = adapter.await("Ready", RigMessage::hasReady).message().getReady();
        if (!ready.getLimitsSha256().equals(Script.LIMITS_SHA256)) {
            throw new Unmet("Ready must echo limits_sha256 " + Script.LIMITS_SHA256 + "; it says \""
                    + ready.getLimitsSha256() + "\"");
        }
        if (!ready.getHealthy()) {
            throw new Unmet("the adapter says that it is not healthy: " + ready.getDetail());
        }
    }

    /** Arms, and waits until a blank command is carried out. */
    void arm() {
        requireReady();
        awaitAnswers(2);
        armed = true;
        beat();
        adapter.present(blank().build());
        var receipt = adapter.awaitReceipt(trial);
        if (receipt.getStatus() != io.stimloop.v1.ReceiptStatus.DELIVERED) {
            throw new Unmet("once armed, a blank must be DELIVERED; the receipt says " + receipt.getStatus()
                    + ": " + receipt.getDetail());
        }
    }

    private void awaitAnswers(long beats) {
        long untilNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        while (adapter.heardBeats() < beats) {
            if (System.nanoTime() - untilNanos > 0) {
                throw new Unmet("heartbeats must be answered at once; " + adapter.heardBeats()
                        + " came within 2 s");
            }
            Thread.onSpinWait();
        }
    }

    /** No heartbeat any more. Returns when the last one left. */
    synchronized long fallSilent() {
        beating = false;
        return lastBeatNanos;
    }

    /** Heartbeats go on, but answer none of the adapter's later ones. */
    synchronized void answerNoMore() {
        stale = true;
    }

    void disarm() {
        armed = false;
        beat();
    }

    /** The heartbeats are armed again, with the same epoch. */
    void rearm() {
        armed = true;
        beat();
    }

    /** The next command, of nothing. */
    Present.Builder blank() {
        trial = trial();
        counter++;
        return Present.newBuilder().setTrial(trial).setValidFor(Script.millis(VALID_MILLIS))
                .setEpoch(armedEpoch()).setCounter(counter).setLimitsSha256(Script.LIMITS_SHA256);
    }

    /** The next command, of light at the first target. */
    Present.Builder light(double milliwatts) {
        return blank().addStimulus(milliwatts).addStimulus(0);
    }

    @Override
    public void close() {
        heart.shutdownNow();
        adapter.breakOff();
    }
}
