package io.stimloop.hdf5;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Takes everything and keeps nothing. */
final class Nowhere implements SeekableByteChannel {
    private long position;

    @Override
    public int read(ByteBuffer into) {
        return -1;
    }

    @Override
    public int write(ByteBuffer from) {
        int bytes = from.remaining();
        from.position(from.limit());
        position += bytes;
        return bytes;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long wanted) {
        position = wanted;
        return this;
    }

    @Override
    public long size() {
        return position;
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        return this;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
