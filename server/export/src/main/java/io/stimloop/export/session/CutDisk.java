package io.stimloop.export.session;

import io.stimloop.control.journal.Disk;
import io.stimloop.control.journal.DiskFile;
import io.stimloop.control.journal.FileDisk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder of a journal, for reading only, that makes up for the end of files that were cut off: what is gone reads as the
 * zeros of a segment that was not written so far. Not thread safe.
 */
final class CutDisk implements Disk {
    /** Where a segment's header has the length that the segment was made with. */
    private static final int LENGTH_AT = 24;
    private static final int HEADER = 64;
    private static final long LONGEST = 1L << 28;

    private final FileDisk disk;
    private String cut = "";

    CutDisk(Path folder) {
        disk = new FileDisk(folder);
    }

    /** Which file was cut off first, for people; empty where none was. */
    String cut() {
        return cut;
    }

    @Override
    public DiskFile openForReading(String name) throws IOException {
        DiskFile file = disk.openForReading(name);
        long size = file.size();
        if (size < HEADER) {
            return file;
        }
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        file.read(0, header);
        long made = header.getLong(LENGTH_AT);
        if (made <= size || made > LONGEST) {
            return file;
        }
        cut = cut.isEmpty()
                ? name + " has " + size + " of the " + made + " bytes that it was made with"
                : cut;
        return new Padded(file, size, made);
    }

    @Override
    public List<String> list() throws IOException {
        return disk.list();
    }

    @Override
    public String place(String name) {
        return disk.place(name);
    }

    @Override
    public long freeBytes() throws IOException {
        return disk.freeBytes();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("this folder is only read");
    }

    @Override
    public DiskFile create(String name) {
        throw readOnly();
    }

    @Override
    public DiskFile open(String name) {
        throw readOnly();
    }

    @Override
    public void rename(String from, String to) {
        throw readOnly();
    }

    @Override
    public void delete(String name) {
        throw readOnly();
    }

    @Override
    public void syncFolder() {
        throw readOnly();
    }

    @Override
    public Closeable lock(String holder) {
        throw readOnly();
    }

    /** A file with zeros behind its end. */
    private record Padded(DiskFile file, long size, long made) implements DiskFile {
        @Override
        public void read(long position, ByteBuffer into) throws IOException {
            if (position < size) {
                file.read(position, into);
            }
            while (into.hasRemaining() && position + into.position() < made) {
                into.put((byte) 0);
            }
        }

        @Override
        public long size() {
            return made;
        }

        @Override
        public void write(long position, ByteBuffer bytes) {
            throw readOnly();
        }

        @Override
        public void sync() {
            throw readOnly();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
