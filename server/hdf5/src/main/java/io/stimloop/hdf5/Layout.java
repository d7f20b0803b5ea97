package io.stimloop.hdf5;

/** Where the elements of a dataset are. */
sealed interface Layout {
    /** Of a dataset that is not written yet. */
    Layout NONE = new Contiguous(Bytes.NOWHERE, 0);
    /** Of the message. */
    int VERSION = 3;

    /** Writes the layout message. */
    void describe(Bytes out);

    /** All in one piece. */
    record Contiguous(long address, long bytes) implements Layout {
        private static final int CLASS = 1;

        @Override
        public void describe(Bytes out) {
            out.u8(VERSION).u8(CLASS).u64(address).u64(bytes);
        }
    }

    /**
     * In pieces of the same shape, compressed.
     *
     * @param index       where the index of the pieces is
     * @param chunk       the shape of a piece
     * @param elementSize in bytes
     */
    record Chunked(long index, int[] chunk, int elementSize) implements Layout {
        private static final int CLASS = 2;
        private static final int FILTERS_VERSION = 2;
        private static final int DEFLATE = 1;

        @Override
        public void describe(Bytes out) {
            out.u8(VERSION).u8(CLASS).u8(chunk.length + 1).u64(index);
            for (int dimension : chunk) {
                out.u32(dimension);
            }
            out.u32(elementSize);
        }

        /** Writes the filter message. */
        static void describeFilters(Bytes out) {
            out.u8(FILTERS_VERSION).u8(1).u16(DEFLATE).u16(1).u16(1).u32(Rows.COMPRESSION);
        }
    }
}
