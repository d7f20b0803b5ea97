package io.stimloop.rig.neurons.recorded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects counts by direction. Directions that differ by at most 1e-6 modulo 360 are one. */
final class DirectionTable {
    private static final double TOLERANCE_DEG = 1e-6;

    private final List<Entry> entries = new ArrayList<>();

    private record Entry(double directionDeg, List<Integer> counts) {
        Repeats repeats() {
            return new Repeats(directionDeg, counts.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    void add(double directionDeg, int count) {
        entries.stream().filter(entry -> isSame(entry.directionDeg, directionDeg)).findFirst()
                .orElseGet(() -> opened(directionDeg)).counts.add(count);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    List<Repeats> repeats() {
        return entries.stream().map(Entry::repeats).sorted(Comparator.comparingDouble(Repeats::directionDeg))
                .toList();
    }

    static boolean isSame(double leftDeg, double rightDeg) {
        return Math.abs(Math.IEEEremainder(leftDeg - rightDeg, 360)) <= TOLERANCE_DEG;
    }

    private Entry opened(double directionDeg) {
        double rest = directionDeg % 360;
        Entry entry = new Entry(rest < 0 ? rest + 360 : rest, new ArrayList<>());
        entries.add(entry);
        return entry;
    }
}
