package io.stimloop.planning.search;

import java.util.Arrays;

/**
 * In which order candidates are scored, so that little is lost when the deadline cuts the search short.
 * Turn by turn comes the best one left by the utility last known, and the next one in a fixed stride
 * through all candidates. The first keeps a short search at what was best so far; the second samples the
 * space evenly and goes on where the last search stopped, so that no candidate is forgotten however early
 * the deadlines come. Not thread safe.
 */
final class CandidateOrder {
    /** How many of the best are sorted out; to sort more would cost more than it brings. */
    private static final int SHORTLIST = 1024;
    private static final double GOLDEN_SECTION = 0.6180339887498949;
    private static final int NONE = -1;

    private final int size;
    private final int stride;
    private final double[] known;
    private final UtilityHeap heap;
    private final int[] order;
    /** By candidate: its turn in the order; {@code size} while it has none. */
    private final int[] turns;
    private int start;

    CandidateOrder(int size) {
        this.size = size;
        this.stride = strideThrough(size);
        this.known = new double[size];
        this.heap = new UtilityHeap(known);
        this.order = new int[size];
        this.turns = new int[size];
        Arrays.fill(known, Double.NaN);
    }

    /** Candidate indices in the order of scoring. The same array every time. */
    int[] arrange() {
        Arrays.fill(turns, size);
        heap.fill();
        int cursor = start;
        for (int turn = 0; turn < size; turn++) {
            int candidate = turn % 2 == 0 && turn < 2 * SHORTLIST ? bestWithoutTurn() : NONE;
            if (candidate == NONE) {
                cursor = strideToOneWithoutTurn(cursor);
                candidate = cursor;
            }
            order[turn] = candidate;
            turns[candidate] = turn;
        }
        return order;
    }

    /**
     * Takes up what a search found.
     *
     * @param utilities by candidate, NaN where it was not scored; not modified
     * @param attempted how many candidates of the order the search got to
     */
    void learn(double[] utilities, int attempted) {
        for (int candidate = 0; candidate < size; candidate++) {
            if (!Double.isNaN(utilities[candidate])) {
                known[candidate] = utilities[candidate];
            }
        }
        for (int step = 0; step < size && turns[start] < attempted; step++) {
            start = next(start);
        }
    }

    private int bestWithoutTurn() {
        while (!heap.isEmpty()) {
            int candidate = heap.pop();
            if (turns[candidate] == size) {
                return candidate;
            }
        }
        return NONE;
    }

    private int strideToOneWithoutTurn(int from) {
        int candidate = from;
        while (turns[candidate] < size) {
            candidate = next(candidate);
        }
        return candidate;
    }

    private int next(int candidate) {
        return (int) (((long) candidate + stride) % size);
    }

    /** A step near the golden section of the size, which spreads evenly, and prime to it, which reaches all. */
    private static int strideThrough(int size) {
        int stride = Math.max(1, (int) (size * GOLDEN_SECTION));
        while (greatestCommonDivisor(stride, size) > 1) {
            stride++;
        }
        return stride;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
