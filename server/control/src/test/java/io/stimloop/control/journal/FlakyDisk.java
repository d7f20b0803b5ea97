package io.stimloop.control.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A disk that notes each call that changes something, and fails those that the test says. */
final class FlakyDisk implements Disk {
    private final Disk disk;
    final List<String> calls = new ArrayList<>();
    /** Calls that begin so fail. */
    String failing = "none";
    long free = Long.MAX_VALUE;

    FlakyDisk(Disk disk) {
        this.disk = disk;
    }

    private void note(String call) throws IOException {
        calls.add(call);
        if (call.startsWith(failing)) {
            throw new IOException("no " + call);
        }
    }

    @Override
    public DiskFile create(String name) throws IOException {
        note("create " + name);
        return new FlakyFile(name, disk.create(name));
    }

    @Override
    public DiskFile open(String name) throws IOException {
        note("open " + name);
        return new FlakyFile(name, disk.open(name));
    }

    @Override
    public DiskFile openForReading(String name) throws IOException {
        return disk.openForReading(name);
    }

    @Override
    public List<String> list() throws IOException {
        return disk.list();
    }

    @Override
    public void rename(String from, String to) throws IOException {
        note("rename " + from + " " + to);
        disk.rename(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
        note("delete " + name);
        disk.delete(name);
    }

    @Override
    public void syncFolder() throws IOException {
        note("sync folder");
        disk.syncFolder();
    }

    @Override
    public long freeBytes() {
        return free;
    }

    @Override
    public Closeable lock(String holder) throws IOException {
        Closeable lock = disk.lock(holder);
        return () -> {
            calls.add("unlock");
            lock.close();
        };
    }

    @Override
    public String place(String name) {
        return disk.place(name);
    }

    private final class FlakyFile implements DiskFile {
        private final String name;
        private final DiskFile file;

        private FlakyFile(String name, DiskFile file) {
            this.name = name;
            this.file = file;
        }

        @Override
        public void write(long position, ByteBuffer bytes) throws IOException {
            note("write " + name + " " + position + " " + bytes.remaining());
            file.write(position, bytes);
        }

        @Override
        public void read(long position, ByteBuffer into) throws IOException {
            file.read(position, into);
        }

        @Override
        public void sync() throws IOException {
            note("sync " + name);
            file.sync();
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void close() throws IOException {
            note("close " + name);
            file.close();
        }
    }
}
