package io.stimloop.planning.pattern;

/**
 * Elements by a key each, the greatest on top, the lowest number first among equals. A binary heap (Williams 1964). Not
 * thread safe.
 */
final class ElementHeap {
    private final int[] heap;
    private final double[] keys;
    private int size;

    /** For elements with numbers below a bound. */
    ElementHeap(int bound) {
        heap = new int[bound];
        keys = new double[bound];
    }

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Puts in an element that is not in it. */
    void push(int element, double key) {
        keys[element] = key;
        int at = size++;
        while (at > 0 && isBefore(element, heap[(at - 1) / 2])) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = element;
    }

    /** The element on top; must not be empty. */
    int top() {
        return heap[0];
    }

    /** Takes the element on top out. */
    int pop() {
        int top = heap[0];
        int moved = heap[--size];
        int at = 0;
        for (int child = firstChild(at); child < size; child = firstChild(at)) {
            if (!isBefore(heap[child], moved)) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = moved;
        return top;
    }

    private int firstChild(int parent) {
        int left = 2 * parent + 1;
        int right = left + 1;
        return right < size && isBefore(heap[right], heap[left]) ? right : left;
    }

    private boolean isBefore(int a, int b) {
        return keys[a] > keys[b] || (keys[a] == keys[b] && a < b);
    }
}
