package io.stimloop.rig.conformance;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.stimloop.v1.Heartbeat;
import io.stimloop.v1.Hello;
import io.stimloop.v1.Present;
import io.stimloop.v1.Receipt;
import io.stimloop.v1.ReceiptStatus;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.Safe;
import io.stimloop.v1.ServerMessage;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One stream of the adapter: what it says is kept in order, and taken by the case that waits for it. */
final class Conversation implements StreamObserver<RigMessage> {
    private static final long PATIENCE_MILLIS = 2_000;

    /** What the adapter said, and when on the kit's clock. */
    record Heard<T>(T message, long atNanos) {}

    private final StreamObserver<ServerMessage> out;
    private final BlockingQueue<Heard<RigMessage>> inbox = new LinkedBlockingQueue<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile long heardBeats;
    private volatile boolean left;
    private volatile @Nullable Hello hello;

    Conversation(StreamObserver<ServerMessage> out) {
        this.out = out;
    }

    @Override
    public void onNext(RigMessage message) {
        if (message.hasHello()) {
            hello = message.getHello();
        }
        if (message.hasHeartbeat()) {
            heardBeats = message.getHeartbeat().getSequence();
            return;
        }
        inbox.add(new Heard<>(message, System.nanoTime()));
    }

    @Override
    public void onError(Throwable failure) {
        left = true;
        inbox.add(new Heard<>(RigMessage.getDefaultInstance(), System.nanoTime()));
    }

    @Override
    public void onCompleted() {
        onError(Status.OK.asException());
    }

    /** What it said first. */
    Hello hello() {
        Hello said = hello;
        return said == null ? await("a Hello", RigMessage::hasHello).message().getHello() : said;
    }

    /** Says something; nothing happens once the stream is over. */
    synchronized void say(Function<ServerMessage.Builder, ServerMessage.Builder> content) {
        if (!ended.get()) {
            out.onNext(content.apply(ServerMessage.newBuilder()).build());
        }
    }

    void beat(long sequence, long epoch, boolean armed, long answers) {
        say(message -> message.setHeartbeat(Heartbeat.newBuilder().setSequence(sequence).setEpoch(epoch)
                .setArmed(armed).setAnswers(answers)));
    }

    void present(Present present) {
        say(message -> message.setPresent(present));
    }

    /** The newest heartbeat of the adapter. */
    long heardBeats() {
        return heardBeats;
    }

    /** Whether the adapter has ended its side. */
    boolean left() {
        return left;
    }

    Heard<Safe> awaitSafe(String when) {
        Heard<RigMessage> heard = await("Safe " + when, RigMessage::hasSafe);
        return new Heard<>(heard.message().getSafe(), heard.atNanos());
    }

    /** The receipt of a trial. */
    Receipt awaitReceipt(long trial) {
        return await("a Receipt of trial " + trial,
                message -> message.hasReceipt() && message.getReceipt().getTrial() == trial).message()
                .getReceipt();
    }

    /** Sees to it that a command is refused. */
    void requireRefused(Present present) {
        present(present);
        Receipt receipt = awaitReceipt(present.getTrial());
        if (receipt.getStatus() != ReceiptStatus.REFUSED) {
            throw new Unmet("it must be REFUSED; the receipt says " + receipt.getStatus());
        }
    }

    /** Waits for a message, letting others pass. */
    Heard<RigMessage> await(String what, Predicate<RigMessage> wanted) {
        long untilNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (true) {
            Heard<RigMessage> heard = poll(untilNanos - System.nanoTime());
            if (heard == null) {
                throw new Unmet(what + " did not come within " + PATIENCE_MILLIS + " ms");
            }
            if (wanted.test(heard.message())) {
                return heard;
            }
            if (left && inbox.isEmpty()) {
                throw new Unmet(what + " did not come; the adapter ended the stream");
            }
        }
    }

    private @Nullable Heard<RigMessage> poll(long nanos) {
        try {
            return inbox.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Breaks the stream off, as a server does that goes away. */
    void breakOff() {
        if (ended.compareAndSet(false, true)) {
            out.onError(
                    Status.UNAVAILABLE.withDescription("adapter-check: the next case").asRuntimeException());
        }
    }
}
