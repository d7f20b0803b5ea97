package io.stimloop.checks.adapter;

import io.stimloop.rig.client.Command;
import io.stimloop.rig.client.Responder;
import io.stimloop.rig.client.Response;
import io.stimloop.rig.client.RigAdapter;
import io.stimloop.rig.client.RigClock;
import io.stimloop.v1.ReceiptStatus;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** An output that stays on until it is cut, so that whatever does not cut it is seen. */
final class SwitchedOutput implements RigAdapter {
    private static final long TRIAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final RigClock clock;
    private volatile boolean lit;
    private volatile CompletableFuture<Void> on = new CompletableFuture<>();
    private volatile CompletableFuture<Long> off = new CompletableFuture<>();

    SwitchedOutput(RigClock clock) {
        this.clock = clock;
    }

    @Override
    public void present(Command command, Responder responder) {
        if (Arrays.stream(command.stimulus()).anyMatch(value -> value != 0)) {
            lit = true;
            on.complete(null);
        }
        responder.receipt(ReceiptStatus.DELIVERED, null, "");
        clock.schedule(() -> responder.respond(Response.of(0)), TRIAL_NANOS);
    }

    @Override
    public void cutOutput(String reason) {
        lit = false;
        off.complete(System.nanoTime());
    }

    @Override
    public void goSafe(String reason) {
        cutOutput(reason);
    }

    boolean lit() {
        return lit;
    }

    /** From now on looks for the next time that it goes on. */
    CompletableFuture<Void> nextOn() {
        on = new CompletableFuture<>();
        return on;
    }

    /** From now on looks for the next time that it is cut: when, on the machine's clock. */
    CompletableFuture<Long> nextOff() {
        off = new CompletableFuture<>();
        return off;
    }
}
