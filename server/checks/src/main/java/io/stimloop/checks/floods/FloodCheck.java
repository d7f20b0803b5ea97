package io.stimloop.checks.floods;

import io.stimloop.checks.CheckResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Floods a server that honest rigs use, kind by kind. A failure is an output that came later than its deadline, a trial
 * that was lost, a rig that was cut off or gets no commands any more, a heap that was used by more than 80%, or a server that died.
 */
public final class FloodCheck {
    /** From an answer to the next command. */
    private static final long DEADLINE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    /** What the machine itself may be late while a turn counts. */
    private static final long TOLERANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(12);
    private static final int ATTACKERS = 2;
    private static final double MOST_HEAP = 0.8;
    private static final long SAMPLE_MILLIS = 500;
    private static final long QUIET_MILLIS = 500;
    private static final double NANOS_PER_MILLI = 1e6;

    private final int kinds;
    private final int milliseconds;
    private final int rigs;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private double heap;
    private long died;

    /**
     * Makes a check.
     *
     * @param kinds        of floods, from 1 to {@link #allKinds}
     * @param milliseconds of each
     * @param rigs         honest ones beside them, from 1
     */
    public FloodCheck(int kinds, int milliseconds, int rigs) {
        this.kinds = kinds;
        this.milliseconds = milliseconds;
        this.rigs = rigs;
    }

    /** How many kinds there are. */
    public static int allKinds() {
        return FloodKind.values().length;
    }

    /**
     * Runs it.
     *
     * @param folder for the server's data and log
     * @throws IOException if the server cannot be started
     */
    public CheckResult run(Path folder) throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(folder);
                HonestRigs honest = new HonestRigs(rigs, server.port());
                ControlTimer control = new ControlTimer(TOLERANCE_NANOS).start()) {
            TimeUnit.MILLISECONDS.sleep(QUIET_MILLIS);
            for (FloodKind kind : Arrays.copyOf(FloodKind.values(), kinds)) {
                flood(kind, server);
                TimeUnit.MILLISECONDS.sleep(QUIET_MILLIS);
            }
            return judged(server, honest, control);
        }
    }

    private void flood(FloodKind kind, ServerProcess server) throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        List<Flood> floods = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < ATTACKERS; i++) {
            Flood flood = new Flood(kind, server.port(), until);
            floods.add(flood);
            threads.add(Thread.ofPlatform().daemon().name("flood-" + i).start(flood));
        }
        while (System.nanoTime() - until < 0 && server.alive()) {
            heap = Math.max(heap, server.heap());
            TimeUnit.MILLISECONDS.sleep(Math.min(SAMPLE_MILLIS, milliseconds));
        }
        for (int i = 0; i < ATTACKERS; i++) {
            floods.get(i).stop();
            threads.get(i).join();
        }
        died += server.alive() ? 0 : 1;
        figures.put(kind.words(), Map.of("megabytes", floods.stream().mapToLong(Flood::bytes).sum() >> 20,
                "connections", floods.stream().mapToLong(Flood::connections).sum(), "cutOff",
                floods.stream().mapToLong(Flood::cutOff).sum()));
    }

    private CheckResult judged(ServerProcess server, HonestRigs honest, ControlTimer control)
            throws IOException, InterruptedException {
        List<HonestRig.Turn> turns = new ArrayList<>();
        honest.rigs().forEach(rig -> turns.addAll(rig.turns()));
        List<HonestRig.Turn> slow = turns.stream().filter(turn -> turn.to() - turn.from() > DEADLINE_NANOS)
                .toList();
        long late = slow.stream().filter(turn -> !control.lateWithin(turn.from(), turn.to())).count();
        long missed = (long) server.metric("stimloop_deadline_misses_total", "honest-");
        long cutOff = honest.ended() + honest.stuck();
        long lost = honest.lost();
        long failures = late + lost + cutOff + died + (heap > MOST_HEAP ? 1 : 0);
        return new CheckResult(turns.size(), failures, figures).with("rigs", rigs)
                .with("secondsEach", milliseconds / 1_000.0).with("lateOutputs", late)
                .with("lateWithTheMachine", slow.size() - late).with("missedByTheServersClock", missed)
                .with("lostTrials", lost).with("rigsCutOffOrStuck", cutOff).with("serversDied", died)
                .with("worstHeap", Math.round(heap * 1_000) / 1_000.0)
                .with("medianTurnMillis", quantile(turns, 0.5)).with("p99TurnMillis", quantile(turns, 0.99))
                .with("controlTimerWorstMillis", control.worst() / NANOS_PER_MILLI);
    }

    private static double quantile(List<HonestRig.Turn> turns, double part) {
        long[] sorted = turns.stream().mapToLong(turn -> turn.to() - turn.from()).sorted().toArray();
        return sorted[(int) (part * (sorted.length - 1))] / NANOS_PER_MILLI;
    }
}
