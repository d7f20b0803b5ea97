package io.stimloop.checks.rigs;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The turns of all rigs, from an answer to the next command, and which of them were late.
 *
 * @param sortedNanos        how long each took, in order
 * @param late               longer than the deadline
 * @param lateWithTheMachine longer too, but while the machine itself ran nothing; not among the late
 */
public record Turns(long[] sortedNanos, long late, long lateWithTheMachine) {
    private static final long DEADLINE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final double NANOS_PER_MILLI = 1e6;

    /** Those that ended since a time of the nanosecond clock. */
    public static Turns since(long begun, HonestRigs honest, ControlTimer control) {
        List<HonestRig.Turn> turns = honest.rigs().stream().flatMap(rig -> rig.turns().stream())
                .filter(turn -> turn.to() >= begun).toList();
        List<HonestRig.Turn> slow = turns.stream().filter(turn -> turn.to() - turn.from() > DEADLINE_NANOS)
                .toList();
        long late = slow.stream().filter(turn -> !control.lateWithin(turn.from(), turn.to())).count();
        return new Turns(turns.stream().mapToLong(turn -> turn.to() - turn.from()).sorted().toArray(), late,
                slow.size() - late);
    }

    /** How many there are. */
    public int count() {
        return sortedNanos.length;
    }

    /** For people. */
    public String words() {
        return count() + " trials, " + late + " late, " + lateWithTheMachine + " with the machine, median "
                + Math.round(quantileMillis(0.5)) + " ms, slowest " + Math.round(quantileMillis(1)) + " ms";
    }

    /** That part of all took no longer, in milliseconds; 0 when there are none. */
    public double quantileMillis(double part) {
        return count() == 0 ? 0 : sortedNanos[(int) (part * (count() - 1))] / NANOS_PER_MILLI;
    }
}
