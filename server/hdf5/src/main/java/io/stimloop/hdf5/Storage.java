package io.stimloop.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Gives out space of the file, from its beginning on, and writes there. Not thread safe. */
final class Storage {
    private static final int ALIGNMENT = 8;

    private final SeekableByteChannel channel;
    private long end;

    /** Of a file whose first bytes are spoken for. */
    Storage(SeekableByteChannel channel, long taken) {
        this.channel = channel;
        end = aligned(taken);
    }

    private static long aligned(long address) {
        return (address + ALIGNMENT - 1) & -ALIGNMENT;
    }

    /** The address of so many bytes that are nobody else's. */
    long allocate(long bytes) {
        long address = end;
        end = aligned(address + bytes);
        return address;
    }

    void write(long address, byte[] bytes, int length) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes, 0, length);
        channel.position(address);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    /** Writes bytes to a place of their own. */
    long append(byte[] bytes, int length) throws IOException {
        long address = allocate(length);
        write(address, bytes, length);
        return address;
    }

    /** Where the file ends. */
    long end() {
        return end;
    }

    /** Makes the file as long as what was given out. */
    void fill() throws IOException {
        if (channel.size() < end) {
            write(end - 1, new byte[1], 1);
        }
    }
}
