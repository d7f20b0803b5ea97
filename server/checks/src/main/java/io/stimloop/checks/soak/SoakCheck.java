package io.stimloop.checks.soak;

import io.stimloop.checks.CheckResult;
import io.stimloop.checks.process.ServerProcess;
import io.stimloop.checks.rigs.ControlTimer;
import io.stimloop.checks.rigs.HonestRigs;
import io.stimloop.checks.rigs.Turns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Rigs at 20 trials a second for a long time, with journals. A failure is an output that came later than its deadline of 50
 * ms, a trial that was lost, or a rig that was cut off or gets no commands any more.
 */
public final class SoakCheck {
    /** What the machine itself may be late while a turn counts. */
    private static final long TOLERANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(12);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double PER_MILLE = 1_000;
    private static final long SAMPLE_MILLIS = 1_000;

    private final int rigs;
    private final int seconds;

    /**
     * Makes a check.
     *
     * @param rigs    each with an experiment of its own, from 1
     * @param seconds from 1
     */
    public SoakCheck(int rigs, int seconds) {
        this.rigs = rigs;
        this.seconds = seconds;
    }

    /**
     * Runs it.
     *
     * @param folder for the server's data and log
     * @throws IOException if the server cannot be started, or is gone
     */
    public CheckResult run(Path folder) throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(folder);
                HonestRigs honest = new HonestRigs(rigs, server.port());
                ControlTimer control = new ControlTimer(TOLERANCE_NANOS).start()) {
            double heap = watch(server, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
            Turns turns = Turns.since(Long.MIN_VALUE, honest, control);
            long missed = (long) server.metric("stimloop_deadline_misses_total", "honest-");
            long cutOff = honest.ended() + honest.stuck();
            long lost = honest.lost();
            return new CheckResult(turns.count(), turns.late() + lost + cutOff).with("rigs", rigs)
                    .with("seconds", seconds).with("lateOutputs", turns.late())
                    .with("lateWithTheMachine", turns.lateWithTheMachine())
                    .with("missedByTheServersClock", missed).with("lostTrials", lost)
                    .with("rigsCutOffOrStuck", cutOff)
                    .with("worstHeap", Math.round(heap * PER_MILLE) / PER_MILLE)
                    .with("medianTurnMillis", turns.quantileMillis(0.5))
                    .with("p99TurnMillis", turns.quantileMillis(0.99))
                    .with("controlTimerWorstMillis", control.worst() / NANOS_PER_MILLI);
        }
    }

    /** The heap at its fullest, as a part of all there is. */
    private static double watch(ServerProcess server, long untilNanos)
            throws IOException, InterruptedException {
        double heap = 0;
        while (System.nanoTime() - untilNanos < 0 && server.alive()) {
            heap = Math.max(heap, server.heap());
            TimeUnit.MILLISECONDS.sleep(SAMPLE_MILLIS);
        }
        return heap;
    }
}
