package io.stimloop.rig.client;

import io.stimloop.v1.Present;
import io.stimloop.v1.Receipt;
import io.stimloop.v1.ReceiptStatus;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One command under way, from the adapter's side. Thread safe. */
final class Trial implements Responder {
    private static final int LONGEST_DETAIL = 1024;
    private static final double[] NOTHING = {};

    private final Command command;
    private final Present present;
    private final Trials trials;
    private final RigClock clock;
    private final AtomicBoolean answered = new AtomicBoolean();
    private volatile long expiresNanos;
    private volatile boolean current = true;
    private boolean begun;

    Trial(Command command, Present present, long expiresNanos, Trials trials, RigClock clock) {
        this.command = command;
        this.present = present;
        this.expiresNanos = expiresNanos;
        this.trials = trials;
        this.clock = clock;
    }

    Command command() {
        return command;
    }

    /** The adapter is told of it. */
    void begin() {
        begun = true;
    }

    /** Whether the adapter was told of it. */
    boolean begun() {
        return begun;
    }

    /** The server has a new epoch, or the trial is over: what was not begun must not begin. */
    void outdate() {
        current = false;
    }

    /** The same command came again in the present epoch. */
    void renew(long newExpiresNanos) {
        expiresNanos = newExpiresNanos;
        current = true;
    }

    @Override
    public boolean mayPresent() {
        return current && clock.nanoTime() - expiresNanos <= 0 && trials.mayPresent();
    }

    @Override
    public void respond(Response response) {
        trials.requireRecorder();
        if (!answered.compareAndSet(false, true)) {
            throw new IllegalStateException("trial " + command.trial() + " was answered already");
        }
        trials.answer(this, response);
    }

    @Override
    public void receipt(ReceiptStatus status, @Nullable Instant onset, String detail) {
        double[] values = status == ReceiptStatus.DELIVERED && harmful() ? command.stimulus() : NOTHING;
        trials.receipt(receipt(status, onset, values)
                .setDetail(detail.substring(0, Math.min(LONGEST_DETAIL, detail.length()))).build());
    }

    @Override
    public void delivered(@Nullable Instant onset, double... values) {
        trials.receipt(receipt(ReceiptStatus.DELIVERED, onset, values).build());
    }

    private boolean harmful() {
        return !present.getLimitsSha256().isEmpty();
    }

    private Receipt.Builder receipt(ReceiptStatus status, @Nullable Instant onset, double[] values) {
        Receipt.Builder receipt = Receipt.newBuilder().setTrial(command.trial()).setStatus(status)
                .setEpoch(present.getEpoch()).setCounter(present.getCounter());
        for (double value : values) {
            receipt.addDelivered(value);
        }
        if (onset != null) {
            receipt.setOnset(Messages.timestamp(onset));
        }
        return receipt;
    }
}
