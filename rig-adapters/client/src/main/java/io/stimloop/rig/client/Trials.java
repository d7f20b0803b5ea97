package io.stimloop.rig.client;

import io.grpc.SynchronizationContext;
import io.stimloop.rig.client.OutcomeBook.Entry;
import io.stimloop.v1.Acknowledged;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import io.stimloop.v1.Receipt;
import io.stimloop.v1.ReceiptStatus;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.Welcome;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of commands and their outcomes, whatever becomes of the stream. Runs within the client's
 * context, but for the methods that say otherwise.
 */
final class Trials {
    private final RigSettings settings;
    private final RigAdapter adapter;
    private final RigClock clock;
    private final SynchronizationContext context;
    private final Consumer<RigMessage> wire;
    private final Guarding guarding;
    private final OutcomeBook book = new OutcomeBook();
    private long latestEpoch;
    private long streamEpoch;
    /** The trial whose outcome was sent last on the present stream. */
    private long sentThrough;
    private @Nullable Trial underWay;

    /** A message given to {@code wire} while the server is out of reach is lost. */
    Trials(RigSettings settings, RigAdapter adapter, RigClock clock, SynchronizationContext context,
            Consumer<RigMessage> wire) {
        this.settings = settings;
        this.adapter = adapter;
        this.clock = clock;
        this.context = context;
        this.wire = wire;
        guarding = new Guarding(adapter, clock, context, wire, this::breakOff);
    }

    /** The guard of the output. */
    Guarding guarding() {
        return guarding;
    }

    /** A new stream begins: outdates the command under way and resends the outcome the server waits for. */
    void onWelcome(Welcome welcome) {
        streamEpoch = welcome.getEpoch();
        latestEpoch = Math.max(latestEpoch, streamEpoch);
        sentThrough = 0;
        if (underWay != null) {
            underWay.outdate();
        }
        book.acknowledged(welcome.getNextTrial() - 1, welcome.getDurableThrough());
        Entry kept = book.find(welcome.getNextTrial());
        if (kept != null) {
            send(kept.outcome());
        }
    }

    void onAcknowledged(Acknowledged acknowledged) {
        book.acknowledged(acknowledged.getAcceptedThrough(), acknowledged.getDurableThrough());
    }

    /** Carries a command out, unless it must not be or has been already. */
    void onPresent(Present present, long arrivalNanos) {
        Command command = Command.of(present);
        long expiresNanos = arrivalNanos + Messages.nanos(present.getValidFor());
        Entry kept = book.find(command);
        if (kept != null) {
            resend(kept.outcomeOf(command));
        } else if (streamEpoch < latestEpoch) {
            refuse(command, ReceiptStatus.REFUSED, "epoch " + streamEpoch + " is older than " + latestEpoch);
        } else if (underWay != null && underWay.command().isSameAs(command)) {
            underWay.renew(expiresNanos);
        } else if (clock.nanoTime() - expiresNanos > 0) {
            refuse(command, ReceiptStatus.REFUSED, "the command came to the adapter's turn too late");
        } else {
            carryOut(new Trial(command, present, expiresNanos, this, clock), present, arrivalNanos);
        }
    }

    /** Ends the trial under way, which the adapter has been or will be told to break off. */
    void breakOff(String reason) {
        Trial broken = underWay;
        underWay = null;
        if (broken != null) {
            broken.outdate();
            refuse(broken.command(), ReceiptStatus.FAILED, reason);
        }
    }

    /** From any thread: the adapter's answer, which is let go when the trial is not under way any more. */
    void answer(Trial trial, Response response) {
        context.execute(() -> {
            if (trial == underWay) {
                underWay = null;
                trial.outdate();
                record(trial.command(), response);
            }
        });
    }

    /** From any thread. */
    void receipt(Receipt receipt) {
        context.execute(() -> wire.accept(RigMessage.newBuilder().setReceipt(receipt).build()));
    }

    /** From any thread. */
    void requireRecorder() {
        if (!settings.records()) {
            throw new IllegalStateException("rig '" + settings.rigId()
                    + "' has not the role RECORDER; only a recorder answers with a response");
        }
    }

    private void carryOut(Trial trial, Present present, long arrivalNanos) {
        guarding.carryOut(present, trial.command(), arrivalNanos, () -> begin(trial)).ifPresent(reason -> {
            if (underWay == trial) {
                breakOff(reason);
            } else if (!trial.begun()) {
                refuse(trial.command(), ReceiptStatus.REFUSED, reason);
            }
        });
    }

    private void begin(Trial trial) {
        if (underWay != null) {
            underWay.outdate();
        }
        underWay = trial;
        trial.begin();
        adapter.present(trial.command(), trial);
    }

    /** From any thread: whether an output may begin. */
    boolean mayPresent() {
        return guarding.mayPresent();
    }

    private void refuse(Command command, ReceiptStatus status, String reason) {
        if (settings.stimulates()) {
            Receipt.Builder receipt = Receipt.newBuilder().setTrial(command.trial()).setStatus(status);
            wire.accept(RigMessage.newBuilder().setReceipt(receipt.setDetail(reason)).build());
        }
        if (settings.records()) {
            record(command, Response.INVALID);
        }
    }

    private void record(Command command, Response response) {
        Outcome outcome = Messages.outcome(command.trial(), response);
        book.keep(command, outcome);
        send(outcome);
    }

    /** The server may have asked before it saw what was sent at its welcome. */
    private void resend(Outcome outcome) {
        if (outcome.getTrial() > sentThrough) {
            send(outcome);
        }
    }

    private void send(Outcome outcome) {
        sentThrough = outcome.getTrial();
        wire.accept(RigMessage.newBuilder().setOutcome(outcome).build());
    }
}
