package io.stimloop.rig.guard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How long a value may be other than 0 within any window, and how often. A command counts until a whole window after its
 * end. Keeps at most {@value #MOST_KEPT} commands; while so many are within the window, no more is let out.
 */
public final class DutyRule implements Rule {
    private static final int MOST_KEPT = 10_000;
    private static final double ROUNDING = 1e-9;
    private static final double NANOS_PER_S = 1e9;

    private final int value;
    private final Train train;
    private final long windowNanos;
    private final double mostSeconds;
    private final double mostTrains;
    private final Deque<Turn> turns = new ArrayDeque<>();

    private record Turn(long endNanos, double seconds) {}

    /**
     * Of one value.
     *
     * @param value       its place
     * @param windowNanos above 0
     * @param mostSeconds on within the window; infinite for no limit
     * @param mostTrains  within the window; infinite for no limit
     */
    public DutyRule(int value, Train train, long windowNanos, double mostSeconds, double mostTrains) {
        this.value = value;
        this.train = train;
        this.windowNanos = windowNanos;
        this.mostSeconds = mostSeconds;
        this.mostTrains = mostTrains;
    }

    @Override
    public Optional<String> refusal(double[] stimulus, long nowNanos) {
        if (stimulus[value] == 0) {
            return Optional.empty();
        }
        while (!turns.isEmpty() && nowNanos - turns.getFirst().endNanos() > windowNanos) {
            turns.removeFirst();
        }
        double seconds = train.onSeconds(stimulus) + turns.stream().mapToDouble(Turn::seconds).sum();
        if (!(seconds <= mostSeconds * (1 + ROUNDING))) {
            return Optional.of("value " + value + " is on for " + seconds + " s within "
                    + windowNanos / NANOS_PER_S + " s; it may be for " + mostSeconds);
        }
        return turns.size() + 1 <= mostTrains && turns.size() < MOST_KEPT
                ? Optional.empty()
                : Optional.of("value " + value + " has " + (turns.size() + 1) + " trains within "
                        + windowNanos / NANOS_PER_S + " s; it may have " + Math.min(mostTrains, MOST_KEPT));
    }

    @Override
    public void note(double[] stimulus, long nowNanos) {
        if (stimulus[value] != 0) {
            turns.addLast(new Turn(nowNanos + train.lengthNanos(stimulus), train.onSeconds(stimulus)));
        }
    }
}
