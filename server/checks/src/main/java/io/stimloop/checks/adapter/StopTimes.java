package io.stimloop.checks.adapter;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.stimloop.checks.CheckResult;
import io.stimloop.rig.client.RigChannels;
import io.stimloop.v1.EmergencyStopRequest;
import io.stimloop.v1.EmergencyStopResponse;
import io.stimloop.v1.SafetyServiceGrpc;
import io.stimloop.v1.StoppedRig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How long the stop button takes, from the press to the answer that the stimulator is safe, while other experiments keep
 * the server busy. A press that is answered without every stimulator being safe fails; so does the check when the 99th
 * percentile is above 20 ms.
 */
public final class StopTimes {
    private static final double MOST_MILLIS = 20;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double PERCENTILE = 0.99;

    private StopTimes() {}

    /**
     * Presses so often.
     *
     * @param presses from 1
     * @param busy    other experiments, with a rig each
     * @throws IOException if a server cannot be started
     */
    public static CheckResult run(int presses, int busy) throws IOException, InterruptedException {
        double[] tookMillis = new double[presses];
        int failures = 0;
        try (ServerProcess server = new ServerProcess()) {
            ManagedChannel channel = RigChannels.plaintext("127.0.0.1", server.port());
            ManagedChannel button = RigChannels.plaintext("127.0.0.1", server.stopPort());
            List<BusyRig> others = new ArrayList<>();
            try {
                for (int k = 0; k < busy; k++) {
                    others.add(new BusyRig(channel, "busy-" + k, server.port()));
                }
                int made = 0;
                for (int k = 0; k < presses; k++) {
                    Optional<Boolean> safe = Optional.empty();
                    while (safe.isEmpty()) {
                        made++;
                        safe = press(channel, button, "light-" + made, server.port(), tookMillis, k);
                    }
                    failures += safe.get() ? 0 : 1;
                }
            } finally {
                others.forEach(BusyRig::close);
                button.shutdownNow();
                channel.shutdownNow();
            }
        }
        return result(tookMillis, failures, busy);
    }

    /** Whether it was answered as it must be; empty when the arming ended before the press. */
    private static Optional<Boolean> press(ManagedChannel channel, ManagedChannel button, String id, int port,
            double[] tookMillis, int index) throws InterruptedException {
        try (ArmedRig rig = new ArmedRig(channel, id, port)) {
            if (!armed(rig)) {
                return Optional.empty();
            }
            long atNanos = System.nanoTime();
            EmergencyStopResponse answer = SafetyServiceGrpc.newBlockingStub(button)
                    .withDeadlineAfter(10, TimeUnit.SECONDS)
                    .emergencyStop(EmergencyStopRequest.newBuilder().setExperimentId(id).build());
            tookMillis[index] = (System.nanoTime() - atNanos) / NANOS_PER_MILLI;
            return Optional.of(!rig.output().lit() && answer.getRigsCount() == 1
                    && answer.getRigsList().stream().allMatch(StoppedRig::getSafe));
        }
    }

    /** Not while a busy machine keeps the server from it, or ends it. */
    private static boolean armed(ArmedRig rig) throws InterruptedException {
        try {
            return rig.arm();
        } catch (StatusRuntimeException refused) {
            return false;
        }
    }

    private static CheckResult result(double[] tookMillis, int failures, int busy) {
        double[] sorted = tookMillis.clone();
        Arrays.sort(sorted);
        double p99 = sorted[(int) Math.ceil(PERCENTILE * sorted.length) - 1];
        return new CheckResult(sorted.length, failures + (p99 <= MOST_MILLIS ? 0 : 1))
                .with("busyExperiments", busy).with("notSafe", failures)
                .with("millisP50", sorted[sorted.length / 2])
                .with("millisP99", p99).with("millisMax", sorted[sorted.length - 1]);
    }
}
