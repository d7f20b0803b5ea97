package io.stimloop.control.safety;

/**
 * How much came to each of a number of sites within any window of a fixed length: an entry counts from its beginning until
 * a whole window after its end has passed, so that no window that it touches is without it. Amounts are whole numbers and
 * sums exact. Of a fixed size; entries must be added in the order of their ends. Not thread safe.
 */
final class SlidingSums {
    private static final int BYTES_PER_ENTRY = Long.BYTES + Long.BYTES + Integer.BYTES;

    private final double windowNanos;
    private final long[] ends;
    private final long[] amounts;
    private final int[] sites;
    private final long[] sums;
    /** What was added without room for an entry, which only whoever did not ask first does. */
    private final long[] crowded;
    private long crowdedUntilNanos;
    private boolean anyCrowded;
    private int first;
    private int used;

    /** @param capacity most entries at a time, from 1 */
    SlidingSums(int siteCount, double windowNanos, int capacity) {
        this.windowNanos = windowNanos;
        ends = new long[capacity];
        amounts = new long[capacity];
        sites = new int[capacity];
        sums = new long[siteCount];
        crowded = new long[siteCount];
    }

    /** What one of this size needs. */
    static long bytesNeeded(int siteCount, int capacity) {
        return 2L * siteCount * Long.BYTES + (long) capacity * BYTES_PER_ENTRY;
    }

    /** Forgets what no window that begins now touches. */
    void advance(long nanos) {
        while (used > 0 && nanos - ends[first] >= windowNanos) {
            sums[sites[first]] -= amounts[first];
            first = first + 1 == ends.length ? 0 : first + 1;
            used--;
        }
        if (anyCrowded && nanos - crowdedUntilNanos >= windowNanos) {
            forgetCrowded();
        }
    }

    private void forgetCrowded() {
        anyCrowded = false;
        for (int site = 0; site < crowded.length; site++) {
            sums[site] -= crowded[site];
            crowded[site] = 0;
        }
    }

    /** Of a site, as of the last advance. */
    long sum(int site) {
        return sums[site];
    }

    /** How many entries there are. */
    int used() {
        return used;
    }

    /** Most entries at a time. */
    int capacity() {
        return ends.length;
    }

    /** Adds an entry; where there is no room for one, it counts as long as the last such entry. */
    void add(int site, long endNanos, long amount) {
        sums[site] += amount;
        if (used == ends.length) {
            crowded[site] += amount;
            crowdedUntilNanos = endNanos;
            anyCrowded = true;
            return;
        }
        int place = first + used;
        place -= place >= ends.length ? ends.length : 0;
        ends[place] = endNanos;
        amounts[place] = amount;
        sites[place] = site;
        used++;
    }
}
