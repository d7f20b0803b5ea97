package io.stimloop.inference.points;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The columns of all points at each of a set of stimuli: kept where they take no more than {@value #MOST_BYTES}
 * bytes, else worked out for each stimulus anew. Read by any number of threads between two calls of {@link #follow}.
 */
public final class PointTable {
    private static final long MOST_BYTES = 64L << 20;
    private static final Place NOWHERE = new Place();

    private final PointModel model;
    private final double[][] stimuli;
    private final int size;
    private final double[][][] kept;
    private final int[] order;
    private double[][] parameters = {};
    private Place place = NOWHERE;

    /**
     * A table that is yet to follow points.
     *
     * @param stimuli one row per stimulus; copied
     * @param size    number of points
     */
    public PointTable(PointModel model, double[][] stimuli, int size) {
        this.model = model;
        this.stimuli = Arrays.stream(stimuli).map(double[]::clone).toArray(double[][]::new);
        this.size = size;
        boolean keep = keeps(model, stimuli.length, size);
        this.kept = new double[keep ? stimuli.length : 0][PointColumns.count(model)][size];
        this.order = IntStream.range(0, stimuli.length).boxed()
                .sorted((a, b) -> Arrays.compare(this.stimuli[a], this.stimuli[b]))
                .mapToInt(Integer::intValue).toArray();
    }

    /** An empty table for the same stimuli. */
    PointTable again() {
        return new PointTable(model, stimuli, size);
    }

    private static boolean keeps(PointModel model, int stimuli, int size) {
        return (long) Double.BYTES * PointColumns.count(model) * stimuli * size <= MOST_BYTES;
    }

    /** Bytes of a table for so many stimuli and points. */
    public static long bytes(PointModel model, int stimuli, int size) {
        return (long) Integer.BYTES * stimuli + (keeps(model, stimuli, size)
                ? (long) Double.BYTES * PointColumns.count(model) * stimuli * size
                : 0);
    }

    /** Bytes that a reader needs besides. */
    public static long readerBytes(PointModel model, int stimuli, int size) {
        return keeps(model, stimuli, size) ? 0 : (long) Double.BYTES * PointColumns.count(model) * size;
    }

    /** Number of stimuli. */
    int stimuli() {
        return stimuli.length;
    }

    /** Whether the table is about where the points stand now. */
    boolean follows(WeightedPoints points) {
        return place == points.place();
    }

    /** Takes up where the points stand now. */
    void follow(WeightedPoints points) {
        follow(points.parameters(), points.place());
    }

    /** Takes up where points stand now. */
    public void follow(double[][] standing, Place now) {
        if (place == now) {
            return;
        }
        parameters = standing;
        for (int s = 0; s < kept.length; s++) {
            PointColumns.evaluate(model, stimuli[s], parameters, size, kept[s]);
        }
        place = now;
    }

    /** Memory for one thread that reads. */
    public double[][] newReader() {
        return kept.length > 0 || stimuli.length == 0
                ? new double[0][0]
                : new double[PointColumns.count(model)][size];
    }

    /**
     * The columns at a stimulus.
     *
     * @param reader of {@link #newReader()}; may receive them
     * @return not to be modified
     */
    public double[][] at(int stimulus, double[][] reader) {
        if (reader.length == 0) {
            return kept[stimulus];
        }
        PointColumns.evaluate(model, stimuli[stimulus], parameters, size, reader);
        return reader;
    }

    /** Index of a stimulus, value by value the same; -1 where it is none of the table's. */
    public int find(double[] stimulus) {
        int low = 0;
        int high = order.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Arrays.compare(stimuli[order[middle]], stimulus) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < order.length && Arrays.equals(stimuli[order[low]], stimulus) ? order[low] : -1;
    }

    /** Whether the table is for these stimuli. */
    public boolean isFor(double[][] other) {
        return Arrays.deepEquals(stimuli, other);
    }
}
