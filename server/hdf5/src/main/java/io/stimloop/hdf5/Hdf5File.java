package io.stimloop.hdf5;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/**
 * A new HDF5 file. Elements are written as they come, so that a file may be much larger than memory; groups, headers and
 * the superblock are written when it is closed, and until then it is no HDF5 file. Not thread safe.
 */
public final class Hdf5File implements Closeable {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final int SUPERBLOCK_VERSION = 2;
    private static final int SUPERBLOCK_BYTES = 48;

    private final Storage storage;
    private final StringHeap strings;
    private final Deflater deflater = new Deflater(Rows.COMPRESSION);
    private final List<Node> nodes = new ArrayList<>();
    private final List<Rows> unfinished = new ArrayList<>();
    private final Group root;

    /**
     * Begins a file.
     *
     * @param channel of an empty file, positioned at will; left open
     */
    public Hdf5File(SeekableByteChannel channel) {
        storage = new Storage(channel, SUPERBLOCK_BYTES);
        strings = new StringHeap(storage);
        root = new Group(this);
        nodes.add(root);
    }

    /** The group that holds all others. */
    public Group root() {
        return root;
    }

    Storage storage() {
        return storage;
    }

    StringHeap strings() {
        return strings;
    }

    Deflater deflater() {
        return deflater;
    }

    void keep(Node node) {
        nodes.add(node);
    }

    void finishing(Rows rows) {
        unfinished.add(rows);
    }

    /**
     * Makes an HDF5 file of it; not to be called where something failed before.
     *
     * @throws IllegalStateException if the last row of a dataset is not complete
     */
    public void finish() throws IOException {
        for (Rows rows : unfinished) {
            rows.finish();
        }
        strings.flush();
        for (Node node : nodes) {
            node.place(storage);
        }
        for (Node node : nodes) {
            byte[] header = node.header();
            storage.write(node.address(), header, header.length);
        }
        byte[] superblock = superblock();
        storage.write(0, superblock, superblock.length);
        storage.fill();
    }

    private byte[] superblock() {
        return new Bytes(SUPERBLOCK_BYTES).bytes(SIGNATURE).u8(SUPERBLOCK_VERSION).u8(Long.BYTES)
                .u8(Long.BYTES)
                .u8(0).u64(0).u64(Bytes.NOWHERE).u64(storage.end()).u64(root.address()).checksum().copy();
    }

    /** Lets go of what it holds; the file is what it was. */
    @Override
    public void close() {
        deflater.end();
    }
}
