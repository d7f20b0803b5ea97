package io.stimloop.hdf5;

import java.util.Arrays;

/**
 * How many elements there are in each dimension.
 *
 * @param dimensions none of a scalar
 * @param resizable  the first dimension has no limit
 */
record Dataspace(long[] dimensions, boolean resizable) {
    private static final int SCALAR = 0;
    private static final int SIMPLE = 1;
    private static final long UNLIMITED = -1;

    static Dataspace scalar() {
        return new Dataspace(new long[0], false);
    }

    static Dataspace of(long... dimensions) {
        return new Dataspace(dimensions, false);
    }

    /**
     * Of rows to which more may be added.
     *
     * @param shape of a row behind its first number, which is not looked at
     */
    static Dataspace ofRows(long rows, int[] shape) {
        long[] dimensions = Arrays.stream(shape).asLongStream().toArray();
        dimensions[0] = rows;
        return new Dataspace(dimensions, true);
    }

    /** Writes the dataspace message. */
    void describe(Bytes out) {
        out.u8(2).u8(dimensions.length).u8(resizable ? 1 : 0).u8(dimensions.length == 0 ? SCALAR : SIMPLE);
        for (long dimension : dimensions) {
            out.u64(dimension);
        }
        for (int d = 0; resizable && d < dimensions.length; d++) {
            out.u64(d == 0 ? UNLIMITED : dimensions[d]);
        }
    }
}
