package io.stimloop.checks.floods;

import io.stimloop.checks.CheckResult;
import io.stimloop.checks.process.ServerProcess;
import io.stimloop.checks.rigs.ControlTimer;
import io.stimloop.checks.rigs.HonestRigs;
import io.stimloop.checks.rigs.Turns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Floods a server that honest rigs use, kind by kind. A failure is an output that came later than its deadline, a trial
 * that was lost, a rig that was cut off or gets no commands any more, a heap that was used by more than 80%, or a server that died.
 */
public final class FloodCheck {
    /** What the machine itself may be late while a turn counts. */
    private static final long TOLERANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(12);
    private static final double MOST_HEAP = 0.8;
    private static final long SAMPLE_MILLIS = 500;
    private static final long QUIET_MILLIS = 200;
    private static final long BASELINE_MILLIS = 2_000;
    private static final double PERCENT = 100;
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
            long begun = System.nanoTime();
            TimeUnit.MILLISECONDS.sleep(BASELINE_MILLIS);
            figures.put("no flood", Turns.since(begun, honest, control).words());
            for (FloodKind kind : Arrays.copyOf(FloodKind.values(), kinds)) {
                flood(kind, server, honest, control);
            }
            return judged(server, honest, control);
        }
    }

    private void flood(FloodKind kind, ServerProcess server, HonestRigs honest, ControlTimer control)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process attacker = FloodFigures.attack(kind, server.port(), milliseconds);
        double worst = 0;
        while (attacker.isAlive() && server.alive()) {
            worst = Math.max(worst, server.heap());
            TimeUnit.MILLISECONDS.sleep(SAMPLE_MILLIS);
        }
        died += server.alive() ? 0 : 1;
        heap = Math.max(heap, worst);
        FloodFigures sent = FloodFigures.of(attacker);
        TimeUnit.MILLISECONDS.sleep(QUIET_MILLIS);
        Turns turns = Turns.since(begun, honest, control);
        figures.put(kind.words(),
                turns.words() + "; heap " + Math.round(PERCENT * worst) + "%; " + sent);
    }

    private CheckResult judged(ServerProcess server, HonestRigs honest, ControlTimer control)
            throws IOException, InterruptedException {
        Turns turns = Turns.since(Long.MIN_VALUE, honest, control);
        long missed = (long) server.metric("stimloop_deadline_misses_total", "honest-");
        long cutOff = honest.ended() + honest.stuck();
        long lost = honest.lost();
        long failures = turns.late() + lost + cutOff + died + (heap > MOST_HEAP ? 1 : 0);
        return new CheckResult(turns.count(), failures, figures).with("rigs", rigs)
                .with("secondsEach", milliseconds / 1_000.0).with("lateOutputs", turns.late())
                .with("lateWithTheMachine", turns.lateWithTheMachine())
                .with("missedByTheServersClock", missed)
                .with("lostTrials", lost).with("rigsCutOffOrStuck", cutOff).with("serversDied", died)
                .with("worstHeap", Math.round(heap * 1_000) / 1_000.0)
                .with("medianTurnMillis", turns.quantileMillis(0.5))
                .with("p99TurnMillis", turns.quantileMillis(0.99))
                .with("controlTimerWorstMillis", control.worst() / NANOS_PER_MILLI);
    }
}
