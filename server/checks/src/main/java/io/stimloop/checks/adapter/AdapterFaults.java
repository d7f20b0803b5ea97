package io.stimloop.checks.adapter;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.stimloop.checks.CheckResult;
import io.stimloop.rig.client.RigChannels;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Whether the output is off within the lease and 10 ms after the server died, stood still or was cut off, beyond what a
 * plain timer of the same length was late at the same time.
 */
public final class AdapterFaults {
    private static final long LEASE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long FOREVER_SECONDS = 5;
    /** A server that is killed takes seconds to replace. */
    private static final int OTHERS_PER_KILL = 19;
    private static final Fault[] OTHERS = {Fault.FROZEN, Fault.RIG_DEAF, Fault.SERVER_DEAF, Fault.CUT};
    private static final int MOST_DISTURBED_IN_A_ROW = 50;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<Fault, Integer> tried = new EnumMap<>(Fault.class);
    private final int count;
    private final double[] tookMillis;
    private double latestControlMillis;
    private int done;
    private int failures;
    private int disturbed;

    private AdapterFaults(int count) {
        this.count = count;
        tookMillis = new double[count];
    }

    /**
     * Runs so many cases.
     *
     * @param count from 1
     * @throws IOException if a server cannot be started
     */
    public static CheckResult run(int count) throws IOException, InterruptedException {
        AdapterFaults check = new AdapterFaults(count);
        while (check.done < count) {
            check.withServer();
        }
        return check.result();
    }

    /** Cases until one kills the server. */
    private void withServer() throws IOException, InterruptedException {
        try (ServerProcess server = new ServerProcess(); Wire wire = new Wire(server.port())) {
            ManagedChannel channel = RigChannels.plaintext("127.0.0.1", server.port());
            try (ArmedRig rig = new ArmedRig(channel, "light", wire.port())) {
                boolean alive = true;
                while (alive && done < count) {
                    Fault fault = done % (OTHERS_PER_KILL + 1) == OTHERS_PER_KILL
                            ? Fault.KILLED
                            : OTHERS[done % OTHERS.length];
                    alive = !once(fault, server, wire, rig) || fault != Fault.KILLED;
                }
            } finally {
                channel.shutdownNow();
            }
        }
    }

    /** Whether it was tried: not when the arming ended by itself before the fault. */
    private boolean once(Fault fault, ServerProcess server, Wire wire, ArmedRig rig)
            throws IOException, InterruptedException {
        if (!armed(rig)) {
            return false;
        }
        CompletableFuture<Long> off = rig.output().nextOff();
        if (!rig.output().lit()) {
            disturb("the output went off before the fault");
            return false;
        }
        CompletableFuture<Long> control = ControlTimer.lateness(System.nanoTime(), LEASE_NANOS);
        long atNanos = inject(fault, server, wire);
        judge(fault, atNanos, off, control);
        mend(fault, server, wire);
        return true;
    }

    private boolean armed(ArmedRig rig) throws InterruptedException {
        String how = "the arming ended by itself";
        try {
            if (rig.arm()) {
                return true;
            }
        } catch (StatusRuntimeException refused) {
            how = "the arming was refused: " + refused.getMessage();
        }
        disturb(how);
        return false;
    }

    private void disturb(String how) {
        disturbed++;
        if (disturbed > MOST_DISTURBED_IN_A_ROW + count) {
            throw new IllegalStateException("this machine is too busy for the check: " + how);
        }
    }

    /** When it happened, at the earliest. */
    private static long inject(Fault fault, ServerProcess server, Wire wire) throws IOException {
        long atNanos = System.nanoTime();
        switch (fault) {
            case KILLED -> server.kill();
            case FROZEN -> atNanos = server.freeze();
            case RIG_DEAF -> wire.toRig().set(true);
            case SERVER_DEAF -> wire.toServer().set(true);
            case CUT -> {
                wire.toRig().set(true);
                wire.toServer().set(true);
            }
        }
        return atNanos;
    }

    private static void mend(Fault fault, ServerProcess server, Wire wire) throws IOException {
        if (fault == Fault.FROZEN) {
            server.thaw();
        }
        wire.toRig().set(false);
        wire.toServer().set(false);
    }

    private void judge(Fault fault, long atNanos, CompletableFuture<Long> off,
            CompletableFuture<Long> control)
            throws InterruptedException {
        try {
            long tookNanos = off.get(FOREVER_SECONDS, TimeUnit.SECONDS) - atNanos;
            long lateNanos = control.get(FOREVER_SECONDS, TimeUnit.SECONDS);
            tookMillis[done] = tookNanos / NANOS_PER_MILLI;
            latestControlMillis = Math.max(latestControlMillis, lateNanos / NANOS_PER_MILLI);
            failures += tookNanos > LEASE_NANOS + GRACE_NANOS + lateNanos ? 1 : 0;
        } catch (ExecutionException | TimeoutException on) {
            tookMillis[done] = Double.POSITIVE_INFINITY;
            failures++;
        }
        tried.merge(fault, 1, Integer::sum);
        done++;
    }

    private CheckResult result() {
        double[] sorted = tookMillis.clone();
        Arrays.sort(sorted);
        return new CheckResult(done, failures).with("leaseMillis", LEASE_NANOS / NANOS_PER_MILLI)
                .with("offAfterMillisP50", sorted[sorted.length / 2])
                .with("offAfterMillisMax", sorted[sorted.length - 1])
                .with("controlTimerLateMillisMax", latestControlMillis).with("tried", Map.copyOf(named()))
                .with("disturbed", disturbed);
    }

    private Map<String, Integer> named() {
        Map<String, Integer> named = new java.util.TreeMap<>();
        tried.forEach((fault, times) -> named.put(fault.name(), times));
        return named;
    }
}
