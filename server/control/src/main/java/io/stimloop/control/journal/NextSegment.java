package io.stimloop.control.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A segment in the making: a file that is being filled with zeros under a name of its own. */
final class NextSegment {
    /** A leftover of this name means nothing. */
    static final String NAME = "next.preparing";
    /** So much is written and synced without holding up anything else. */
    private static final int PIECE = 1 << 20;
    private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(PIECE).asReadOnlyBuffer();

    private final Disk disk;
    private final DiskFile file;
    private final int size;
    private int written;

    private NextSegment(Disk disk, DiskFile file, int size) {
        this.disk = disk;
        this.file = file;
        this.size = size;
    }

    /** Begins to make one; there is none of its name. */
    static NextSegment begin(Disk disk, int size) throws IOException {
        return new NextSegment(disk, disk.create(NAME), size);
    }

    /** Writes zeros, a piece at a time. */
    void prepareSome() throws IOException {
        int count = Math.min(PIECE, size - written);
        file.write(written, ZEROS.duplicate().limit(count));
        file.sync();
        written += count;
    }

    boolean ready() {
        return written == size;
    }

    int size() {
        return size;
    }

    /** Makes it the segment that the header says; all of it is on the disk then. */
    DiskFile use(SegmentHeader header) throws IOException {
        while (!ready()) {
            prepareSome();
        }
        file.write(0, header.bytes());
        file.sync();
        disk.rename(NAME, SegmentHeader.name(header.number()));
        disk.syncFolder();
        return file;
    }

    void close() throws IOException {
        file.close();
    }
}
