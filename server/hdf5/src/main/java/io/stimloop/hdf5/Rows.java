package io.stimloop.hdf5;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/**
 * A dataset that takes its elements one after another, row by row, and writes a chunk whenever it is full. It is complete
 * when its file is closed. Not thread safe.
 */
public final class Rows {
    /** Of zlib: fast, and most of what can be gained. */
    static final int COMPRESSION = 3;
    private static final int CHUNK_BYTES = 65_536;
    private static final int MOST_CHUNK_ROWS = 4096;

    private final Hdf5File file;
    private final Datatype type;
    private final int[] row;
    private final int rowBytes;
    private final int chunkRows;
    private final Dataset dataset;
    private final List<ChunkIndex.Chunk> chunks = new ArrayList<>();
    private final Bytes pending = new Bytes(1024);
    private long writtenRows;

    Rows(Hdf5File file, Datatype type, int[] row) {
        this.file = file;
        this.type = type;
        this.row = row.clone();
        int elements = 1;
        for (int dimension : row) {
            if (dimension < 1) {
                throw new IllegalArgumentException(
                        "a row of the shape " + Arrays.toString(row) + " is empty");
            }
            elements = Math.multiplyExact(elements, dimension);
        }
        rowBytes = Math.multiplyExact(elements, type.size());
        chunkRows = Math.clamp(CHUNK_BYTES / rowBytes, 1, MOST_CHUNK_ROWS);
        dataset = new Dataset(file, type);
        file.finishing(this);
    }

    /** What is made of it; for attributes and references. */
    public Dataset dataset() {
        return dataset;
    }

    /** The next element, of a type of whole numbers. */
    public Rows add(long value) throws IOException {
        switch (type) {
            case UINT8 -> pending.u8((int) value);
            case INT32 -> pending.u32(value);
            case INT64 -> pending.u64(value);
            default -> throw mismatch("a whole number");
        }
        return writeIfFull();
    }

    /** The next element, of a floating-point type. */
    public Rows add(double value) throws IOException {
        switch (type) {
            case FLOAT64 -> pending.u64(Double.doubleToRawLongBits(value));
            case FLOAT32 -> pending.u32(Float.floatToRawIntBits((float) value));
            default -> throw mismatch("a number that need not be whole");
        }
        return writeIfFull();
    }

    /** The next element. */
    public Rows add(boolean value) throws IOException {
        if (type != Datatype.BOOLEAN) {
            throw mismatch("a boolean");
        }
        pending.u8(value ? 1 : 0);
        return writeIfFull();
    }

    /** The next element. */
    public Rows add(String value) throws IOException {
        if (type != Datatype.STRING) {
            throw mismatch("a text");
        }
        file.strings().put(value, pending);
        return writeIfFull();
    }

    private IllegalArgumentException mismatch(String value) {
        return new IllegalArgumentException(value + " is no element of a dataset of " + type);
    }

    private Rows writeIfFull() throws IOException {
        if (pending.size() == chunkRows * rowBytes) {
            writeChunk(chunkRows);
        }
        return this;
    }

    private void writeChunk(int rows) throws IOException {
        byte[] packed = packed();
        chunks.add(new ChunkIndex.Chunk(writtenRows, file.storage().append(packed, packed.length),
                packed.length));
        writtenRows += rows;
        pending.clear();
    }

    private byte[] packed() {
        Deflater deflater = file.deflater();
        deflater.reset();
        deflater.setInput(pending.array(), 0, pending.size());
        deflater.finish();
        Bytes packed = new Bytes(pending.size() / 4);
        byte[] some = new byte[8192];
        while (!deflater.finished()) {
            packed.bytes(Arrays.copyOf(some, deflater.deflate(some)));
        }
        return packed.copy();
    }

    /** Writes the last chunk, and where all of them are. */
    void finish() throws IOException {
        if (pending.size() % rowBytes != 0) {
            throw new IllegalStateException("the last row of a dataset is not complete");
        }
        int left = pending.size() / rowBytes;
        // A dataset of one chunk need not have a full one.
        int rowsOfChunk = chunks.isEmpty() ? Math.max(1, left) : chunkRows;
        if (left > 0) {
            pending.zeros((rowsOfChunk - left) * rowBytes);
            writeChunk(left);
        }
        int[] chunk = shape(rowsOfChunk);
        long index = ChunkIndex.write(file.storage(), chunks, chunk, type.size());
        dataset.is(Dataspace.ofRows(writtenRows, chunk), new Layout.Chunked(index, chunk, type.size()));
    }

    private int[] shape(int rows) {
        int[] shape = new int[row.length + 1];
        shape[0] = rows;
        System.arraycopy(row, 0, shape, 1, row.length);
        return shape;
    }
}
