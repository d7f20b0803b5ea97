package io.stimloop.inference.points;

/**
 * The points that have mass. Those left out have together less than 1e-13 of the mass; with
 * their at most some tens of nats of surprise that is less than 1e-11 nats of information.
 */
final class ActivePoints {
    private static final double IGNORED_MASS = 1e-13;

    private final int[] points;
    private int count;

    ActivePoints(int size) {
        this.points = new int[size];
    }

    static long bytes(int size) {
        return (long) Integer.BYTES * size;
    }

    /** Takes up the weights. */
    void find(double[] weights) {
        double least = IGNORED_MASS / points.length;
        count = 0;
        for (int k = 0; k < points.length; k++) {
            points[count] = k;
            count += weights[k] >= least ? 1 : 0;
        }
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** Index of the i-th of them. */
    int get(int i) {
        return points[i];
    }
}
