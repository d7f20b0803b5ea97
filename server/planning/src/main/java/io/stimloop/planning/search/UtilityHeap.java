package io.stimloop.planning.search;

/**
 * Gives up candidates from the greatest utility downwards, the lowest index first among equals. A binary
 * heap (Williams 1964): the few best of many cost less than sorting all. Not thread safe.
 */
final class UtilityHeap {
    private final double[] utilities;
    private final int[] heap;
    private int size;

    /** @param utilities by candidate, NaN where not known; read whenever the heap is filled, not modified */
    UtilityHeap(double[] utilities) {
        this.utilities = utilities;
        this.heap = new int[utilities.length];
    }

    /** Takes in every candidate whose utility is known now. */
    void fill() {
        size = 0;
        for (int candidate = 0; candidate < utilities.length; candidate++) {
            if (!Double.isNaN(utilities[candidate])) {
                heap[size++] = candidate;
            }
        }
        for (int parent = size / 2 - 1; parent >= 0; parent--) {
            siftDown(parent);
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Removes and returns the best candidate left; the heap must not be empty. */
    int pop() {
        int best = heap[0];
        heap[0] = heap[--size];
        siftDown(0);
        return best;
    }

    private void siftDown(int start) {
        int moved = heap[start];
        int parent = start;
        for (int child = betterChild(parent); child < size; child = betterChild(parent)) {
            if (!isBetter(heap[child], moved)) {
                break;
            }
            heap[parent] = heap[child];
            parent = child;
        }
        heap[parent] = moved;
    }

    private int betterChild(int parent) {
        int left = 2 * parent + 1;
        int right = left + 1;
        return right < size && isBetter(heap[right], heap[left]) ? right : left;
    }

    private boolean isBetter(int a, int b) {
        return utilities[a] > utilities[b] || (utilities[a] == utilities[b] && a < b);
    }
}
