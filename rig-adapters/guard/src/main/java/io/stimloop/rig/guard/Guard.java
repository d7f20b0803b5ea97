package io.stimloop.rig.guard;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets commands through to an output while it is armed, and switches the output off when the lease on it is over: by a
 * thread of its own, on the clock of this machine, whatever else hangs. Every end of an arming is for good; the next must
 * have a later epoch.
 *
 * <p>Thread safe. Nothing is called while the lock is held, so that an output that hangs does not keep another thread
 * from switching it off.
 */
public final class Guard implements AutoCloseable {
    private final Output output;
    private final Listener listener;
    private final LongSupplier nanoClock;
    private final LeaseTimer timer;
    private GuardState state = GuardState.FAULTED;
    private @Nullable OutputLimits limits;
    private long leaseNanos;
    private long highestEpoch;
    private long lastSequence;
    private long lastCounter;
    private volatile boolean armed;
    private volatile long expiresNanos;

    /** The device. */
    public interface Output {
        /**
         * Off, at once: no light, no current. Called from any thread, also while another call is under way, and when it is
         * off already.
         *
         * @param reason for people
         */
        void off(String reason);
    }

    /** Wants to know. */
    public interface Listener {
        /**
         * The output was armed and is off, by the guard's own doing. From any thread; must return at once.
         *
         * @param epoch  of the arming that ended
         * @param reason for people
         */
        void wentSafe(long epoch, String reason);
    }

    /**
     * Switches the output off and starts the thread of the lease.
     *
     * @param nanoClock monotonic
     */
    public Guard(Output output, Listener listener, LongSupplier nanoClock) {
        this.output = output;
        this.listener = listener;
        this.nanoClock = nanoClock;
        output.off("nothing is put out before it is armed");
        state = GuardState.SAFE;
        timer = new LeaseTimer(this::leftNanos, this::leaseOver);
        timer.start();
    }

    /**
     * A connection begins: what was armed before is over, and these limits hold from now on.
     *
     * @param newLeaseNanos how long the output may go on after the word that a renewal answers; above 0
     * @param epoch         of the connection: an arming has a later one
     */
    public void connected(OutputLimits newLimits, long newLeaseNanos, long epoch) {
        var _ = goSafe("a new connection");
        synchronized (this) {
            limits = newLimits;
            leaseNanos = newLeaseNanos;
            lastSequence = 0;
            highestEpoch = Math.max(highestEpoch, epoch);
            if (state == GuardState.SAFE) {
                state = GuardState.READY;
            }
        }
    }

    /**
     * The server renews the lease, or arms, or disarms.
     *
     * @param epoch     of the arming
     * @param sequence  rising; one that does not is not heard
     * @param arms      whether the output may go on
     * @param sentNanos when that was sent which this answers: the lease runs from then
     */
    public void renew(long epoch, long sequence, boolean arms, long sentNanos) {
        String end = renewed(epoch, sequence, arms, sentNanos);
        if (end != null) {
            end(end);
        }
    }

    /** Why the arming is over; null when it is not. */
    private synchronized @Nullable String renewed(long epoch, long sequence, boolean arms, long sentNanos) {
        if (sequence <= lastSequence) {
            return null;
        }
        lastSequence = sequence;
        boolean fresh = sentNanos + leaseNanos - nanoClock.getAsLong() > 0;
        if (armed) {
            if (!arms) {
                return "the server disarmed";
            }
            if (epoch != highestEpoch) {
                return "the server speaks of epoch " + epoch + "; armed is " + highestEpoch;
            }
            if (fresh) {
                expiresNanos = Math.max(expiresNanos, sentNanos + leaseNanos);
            }
        } else if (arms && fresh && state == GuardState.READY && epoch > highestEpoch) {
            highestEpoch = epoch;
            lastCounter = 0;
            expiresNanos = sentNanos + leaseNanos;
            state = GuardState.ARMED;
            armed = true;
            timer.wake();
        }
        return null;
    }

    /**
     * Carries an order out, if it may be.
     *
     * @param on switches the output as ordered; must not wait
     * @return why it was not carried out, in words; empty when it was
     */
    public Optional<String> carryOut(Order order, Runnable on) {
        Optional<String> refusal = admit(order);
        if (refusal.isPresent()) {
            return refusal;
        }
        on.run();
        if (!armed) {
            // It was switched off between the question and the answer: once more, now that it may be on.
            output.off("the arming ended");
            return Optional.of("the arming ended");
        }
        return Optional.empty();
    }

    private synchronized Optional<String> admit(Order order) {
        long nowNanos = nanoClock.getAsLong();
        OutputLimits held = limits;
        if (!armed || held == null) {
            return Optional.of("not armed");
        }
        if (expiresNanos - nowNanos <= 0) {
            return Optional.of("the lease is over");
        }
        if (order.epoch() != highestEpoch) {
            return Optional.of("epoch " + order.epoch() + "; armed is " + highestEpoch);
        }
        if (order.counter() <= lastCounter) {
            return Optional.of("counter " + order.counter() + " comes after " + lastCounter);
        }
        lastCounter = order.counter();
        if (!order.limitsSha256().equals(held.sha256())) {
            return Optional.of("it was checked against other limits: " + order.limitsSha256());
        }
        if (nowNanos - order.arrivedNanos() > order.validForNanos()) {
            return Optional.of("it came to its turn too late");
        }
        if (order.outputNanos() > leaseNanos) {
            return Optional.of("an output of " + order.outputNanos() / 1_000_000
                    + " ms that cannot be cut is longer than the lease");
        }
        Optional<String> refusal = held.refusal(order.stimulus(), nowNanos);
        if (refusal.isEmpty()) {
            held.note(order.stimulus(), nowNanos);
        }
        return refusal;
    }

    /**
     * Goes safe because someone else says so: a halt, an end, an operator at the rig. The listener is not told.
     *
     * @return the epoch of the arming that this ended; 0 when it was not armed
     */
    public long goSafe(String reason) {
        long epoch = disarm();
        output.off(reason);
        return epoch;
    }

    /** The device is ill: nothing is put out until {@link #recover}. */
    public void fail(String fault) {
        long epoch = disarm();
        synchronized (this) {
            state = GuardState.FAULTED;
        }
        output.off(fault);
        if (epoch != 0) {
            listener.wentSafe(epoch, fault);
        }
    }

    /** The device is well again. */
    public synchronized void recover() {
        if (state == GuardState.FAULTED) {
            state = limits == null ? GuardState.SAFE : GuardState.READY;
        }
    }

    private void end(String reason) {
        long epoch = disarm();
        if (epoch != 0) {
            output.off(reason);
            listener.wentSafe(epoch, reason);
        }
    }

    private synchronized long disarm() {
        if (!armed) {
            return 0;
        }
        armed = false;
        state = GuardState.READY;
        return highestEpoch;
    }

    /** How long the lease has to run; negative when it is over, endless when there is none. */
    private long leftNanos() {
        return armed ? expiresNanos - nanoClock.getAsLong() : Long.MAX_VALUE;
    }

    private void leaseOver() {
        if (leftNanos() <= 0) {
            end("the lease ran out");
        }
    }

    /** Whether commands are carried out now. */
    public boolean armed() {
        return armed;
    }

    /** How it stands. */
    public synchronized GuardState state() {
        return state;
    }

    /** Switches the output off and ends the thread. */
    @Override
    public void close() {
        var _ = goSafe("the guard is closed");
        timer.end();
    }
}
