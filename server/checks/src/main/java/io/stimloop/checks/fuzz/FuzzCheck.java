package io.stimloop.checks.fuzz;

import io.stimloop.checks.CheckResult;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Sends nearly right inputs into every way in by turns. A failure is an exception, a second of processor time for one
 * input, or a heap that has grown at the end. Each input follows from the seed and its number.
 */
public final class FuzzCheck {
    private static final long HANG_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long MOST_GROWTH_BYTES = 64L << 20;
    private static final int MOST_TOLD = 5;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, Long> slowest = new LinkedHashMap<>();
    private final List<String> told = new ArrayList<>();
    private long failures;

    private FuzzCheck() {}

    /**
     * Runs it.
     *
     * @param cases  inputs of all ways in together
     * @param seed   of all of them
     * @param folder for the files
     */
    public static CheckResult run(long cases, long seed, Path folder) throws IOException {
        return new FuzzCheck().all(cases, seed, folder);
    }

    private CheckResult all(long cases, long seed, Path folder) throws IOException {
        try (RigTarget rig = new RigTarget()) {
            List<FuzzTarget> targets = new ArrayList<>(FuzzTargets.all(folder));
            targets.add(rig);
            List<FuzzTarget> turn = targets.stream()
                    .flatMap(target -> Collections.nCopies(target.share(), target).stream()).toList();
            long before = heldBytes();
            for (long number = 0; number < cases; number++) {
                one(turn.get((int) (number % turn.size())), number, seed);
            }
            long growth = heldBytes() - before;
            failures += growth > MOST_GROWTH_BYTES ? 1 : 0;
            Map<String, Object> millis = new LinkedHashMap<>();
            slowest.forEach((name, nanos) -> millis.put(name, Math.round(nanos / NANOS_PER_MILLI)));
            return new CheckResult(cases, failures).with("seed", seed).with("slowestMillis", millis)
                    .with("trialsOfTheRig", rig.trials()).with("heapGrowthMegabytes", growth >> 20)
                    .with("failed", told);
        }
    }

    private void one(FuzzTarget target, long number, long seed) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        try {
            target.send(random(seed, number));
        } catch (Exception | StackOverflowError crash) {
            failed(target, number, crash.toString());
        }
        long nanos = threads.getCurrentThreadCpuTime() - begun;
        slowest.merge(target.name(), nanos, Math::max);
        if (nanos > HANG_NANOS) {
            failed(target, number, "took " + Math.round(nanos / NANOS_PER_MILLI) + " ms");
        }
    }

    private static SplittableRandom random(long seed, long number) {
        return new SplittableRandom(
                new SplittableRandom(seed).nextLong() ^ new SplittableRandom(number).nextLong());
    }

    private void failed(FuzzTarget target, long number, String what) {
        failures++;
        if (told.size() < MOST_TOLD) {
            told.add(target.name() + " " + number + ": " + what);
        }
    }

    private static long heldBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
