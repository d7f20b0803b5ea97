package io.stimloop.hdf5;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the chunks of a dataset are: a B-tree of version 1, which every HDF5 library reads and can add to. */
final class ChunkIndex {
    /** Entries of a node: twice HDF5's usual K for chunks, which holds where the superblock says nothing else. */
    private static final int MOST_ENTRIES = 64;
    private static final int TYPE_CHUNKS = 1;

    /**
     * A chunk, which begins with a row and has all its columns.
     *
     * @param row     first of the chunk
     * @param address where it is
     * @param bytes   how long it is there
     */
    record Chunk(long row, long address, int bytes) {}

    /** A node or a chunk, and its first key. */
    private record Entry(Chunk first, long address) {}

    private final Storage storage;
    /** Where the chunk behind the last would begin. */
    private final long end;
    private final int[] shape;
    private final int elementSize;
    private final int nodeBytes;

    private ChunkIndex(Storage storage, long end, int[] shape, int elementSize) {
        this.end = end;
        this.storage = storage;
        this.shape = shape;
        this.elementSize = elementSize;
        int keyBytes = 8 + 8 * (shape.length + 1);
        nodeBytes = 24 + (MOST_ENTRIES + 1) * keyBytes + MOST_ENTRIES * Long.BYTES;
    }

    /**
     * Writes the index.
     *
     * @param chunks in the order of their rows
     * @param shape  of a chunk
     * @return its address; nowhere where there are no chunks
     */
    static long write(Storage storage, List<Chunk> chunks, int[] shape, int elementSize) throws IOException {
        if (chunks.isEmpty()) {
            return Bytes.NOWHERE;
        }
        ChunkIndex index = new ChunkIndex(storage, chunks.getLast().row() + shape[0], shape, elementSize);
        List<Entry> entries = new ArrayList<>();
        chunks.forEach(chunk -> entries.add(new Entry(chunk, chunk.address())));
        List<Entry> level = index.level(entries, 0);
        for (int height = 1; level.size() > 1; height++) {
            level = index.level(level, height);
        }
        return level.getFirst().address();
    }

    private List<Entry> level(List<Entry> entries, int height) throws IOException {
        int nodes = Math.ceilDiv(entries.size(), MOST_ENTRIES);
        long first = storage.allocate((long) nodes * nodeBytes);
        List<Entry> made = new ArrayList<>();
        for (int n = 0; n < nodes; n++) {
            int from = n * MOST_ENTRIES;
            int to = Math.min(entries.size(), from + MOST_ENTRIES);
            long address = first + (long) n * nodeBytes;
            Bytes node = node(height, entries.subList(from, to),
                    to < entries.size() ? entries.get(to).first() : null,
                    n == 0 ? Bytes.NOWHERE : address - nodeBytes,
                    n == nodes - 1 ? Bytes.NOWHERE : address + nodeBytes);
            storage.write(address, node.array(), node.size());
            made.add(new Entry(entries.get(from).first(), address));
        }
        return made;
    }

    private Bytes node(int height, List<Entry> entries, @Nullable Chunk next, long left,
            long right) {
        Bytes node = new Bytes(nodeBytes).u8('T').u8('R').u8('E').u8('E').u8(TYPE_CHUNKS).u8(height)
                .u16(entries.size()).u64(left).u64(right);
        for (Entry entry : entries) {
            key(node, entry.first().bytes(), entry.first().row(), 0);
            node.u64(entry.address());
        }
        if (next == null) {
            key(node, 0, end, 1);
        } else {
            key(node, next.bytes(), next.row(), 0);
        }
        return node.zeros(nodeBytes - node.size());
    }

    /** @param past 1 for the key behind the last chunk, which is one chunk further in every dimension */
    private void key(Bytes node, int bytes, long row, int past) {
        node.u32(bytes).u32(0).u64(row);
        for (int d = 1; d < shape.length; d++) {
            node.u64((long) past * shape[d]);
        }
        node.u64((long) past * elementSize);
    }
}
