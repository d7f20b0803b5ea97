package io.stimloop.rig.client;

import io.stimloop.v1.Receipt;
import io.stimloop.v1.ReceiptStatus;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One command under way, from the adapter's side. Thread safe. */
final class Trial implements Responder {
    private static final int LONGEST_DETAIL = 1024;

    private final Command command;
    private final Trials trials;
    private final RigClock clock;
    private final AtomicBoolean answered = new AtomicBoolean();
    private volatile long expiresNanos;
    private volatile boolean current = true;

    Trial(Command command, long expiresNanos, Trials trials, RigClock clock) {
        this.command = command;
        this.expiresNanos = expiresNanos;
        this.trials = trials;
        this.clock = clock;
    }

    Command command() {
        return command;
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
        return current && clock.nanoTime() - expiresNanos <= 0;
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
        Receipt.Builder receipt = Receipt.newBuilder().setTrial(command.trial()).setStatus(status)
                .setDetail(detail.substring(0, Math.min(LONGEST_DETAIL, detail.length())));
        if (onset != null) {
            receipt.setOnset(Messages.timestamp(onset));
        }
        trials.receipt(receipt.build());
    }
}
