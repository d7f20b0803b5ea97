package io.stimloop.control.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** An open file of a {@link Disk}. Used by one thread at a time. */
public interface DiskFile extends Closeable {
    /**
     * Writes all that remains in the buffer; it survives the end of the process then.
     *
     * @param position of the first byte in the file
     */
    void write(long position, ByteBuffer bytes) throws IOException;

    /** Reads until the buffer is full or the file ends. */
    void read(long position, ByteBuffer into) throws IOException;

    /** Returns when what was written is on the disk. */
    void sync() throws IOException;

    /** Its length in bytes. */
    long size() throws IOException;
}
