package io.stimloop.hdf5;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Where strings of any length are: HDF5's global heap. Every element has a string of its own, even where several are equal:
 * a program that changes one element frees its string. Not thread safe.
 */
final class StringHeap {
    private static final int HEADER = 16;
    private static final int OBJECT_HEADER = 16;
    private static final int SMALLEST = 4096;
    private static final int USUAL = 65_536;
    private static final int MOST_OBJECTS = 65_535;
    private static final int ALIGNMENT = 8;

    private final Storage storage;
    private final Bytes collection = new Bytes(SMALLEST);
    private int capacity;
    private int nextCapacity = SMALLEST;
    private long address;
    private int objects;

    StringHeap(Storage storage) {
        this.storage = storage;
    }

    /** Keeps a string and writes the element that stands for it. */
    void put(String text, Bytes element) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length == 0) {
            element.u32(0).u64(0).u32(0);
            return;
        }
        int needed = OBJECT_HEADER + aligned(utf8.length);
        if (collection.size() + needed > capacity || objects == MOST_OBJECTS) {
            flush();
            begin(needed);
        }
        objects++;
        collection.u16(objects).u16(0).u32(0).u64(utf8.length).bytes(utf8).alignTo(ALIGNMENT);
        element.u32(utf8.length).u64(address).u32(objects);
    }

    private static int aligned(int bytes) {
        return Math.ceilDiv(bytes, ALIGNMENT) * ALIGNMENT;
    }

    private void begin(int needed) {
        capacity = Math.max(nextCapacity, HEADER + needed);
        nextCapacity = Math.min(2 * nextCapacity, USUAL);
        address = storage.allocate(capacity);
        objects = 0;
        collection.u8('G').u8('C').u8('O').u8('L').u32(1).u64(capacity);
    }

    /** Writes what was kept. */
    void flush() throws IOException {
        if (capacity == 0) {
            return;
        }
        int free = capacity - collection.size();
        if (free >= OBJECT_HEADER) {
            collection.u16(0).u16(0).u32(0).u64(free);
        }
        collection.zeros(capacity - collection.size());
        storage.write(address, collection.array(), capacity);
        collection.clear();
        capacity = 0;
    }
}
