package io.stimloop.checks.disk;

import io.stimloop.control.journal.Disk;
import io.stimloop.control.journal.DiskFile;
import io.stimloop.control.journal.JournalHeld;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A folder in memory. Counts the calls, fails the one it was told to, and can say what is left of it when the process is
 * killed, or the power fails: everything that was synced, and anything between none and all of what was not.
 */
public final class SimulatedDisk implements Disk {
    private static final long FREE = 1L << 40;

    private final UniformRandomProvider random;
    private final DiskFault fault;
    private final TreeMap<String, Inode> names = new TreeMap<>();
    private final TreeMap<String, Inode> namesOnDisk = new TreeMap<>();
    private final List<NameChange> changes = new ArrayList<>();
    private long calls;
    private boolean pagesLost;
    private boolean locked;

    private interface NameChange {
        void apply(Map<String, Inode> names);
    }

    private interface Action {
        void run() throws IOException;
    }

    /**
     * A disk with these files.
     *
     * @param random decides how much of a failed call was done, and what power loss leaves
     */
    public SimulatedDisk(Map<String, byte[]> files, DiskFault fault, UniformRandomProvider random) {
        this.fault = fault;
        this.random = random;
        files.forEach((name, contents) -> names.put(name, Inode.of(contents)));
        namesOnDisk.putAll(names);
    }

    /** Calls so far. */
    public long calls() {
        return calls;
    }

    /** Whether a failed sync lost what had been written. */
    public boolean pagesLost() {
        return pagesLost;
    }

    /** What the next process finds when this one is killed. */
    public Map<String, byte[]> afterKill() {
        TreeMap<String, byte[]> files = new TreeMap<>();
        names.forEach((name, inode) -> files.put(name, inode.contents()));
        return files;
    }

    /** What may be found after power loss; another each time. */
    public Map<String, byte[]> afterPowerLoss() {
        TreeMap<String, Inode> left = new TreeMap<>(namesOnDisk);
        boolean inOrder = random.nextBoolean();
        int some = random.nextInt(changes.size() + 1);
        for (int i = 0; i < changes.size(); i++) {
            if (inOrder ? i < some : random.nextBoolean()) {
                changes.get(i).apply(left);
            }
        }
        TreeMap<String, byte[]> files = new TreeMap<>();
        left.forEach((name, inode) -> files.put(name, inode.afterPowerLoss(random)));
        return files;
    }

    /** Counts a call; fails if it is the one, after what may have been done of it. */
    private void call(Action partly) throws IOException {
        calls++;
        if (calls > fault.call() && fault.off()) {
            throw new IOException("the machine is off");
        }
        if (calls == fault.call()) {
            partly.run();
            throw new IOException("call " + calls + " fails");
        }
    }

    private void change(NameChange change) throws IOException {
        call(() -> {
            if (random.nextBoolean()) {
                make(change);
            }
        });
        make(change);
    }

    private void make(NameChange change) {
        change.apply(names);
        changes.add(change);
    }

    @Override
    public DiskFile create(String name) throws IOException {
        if (names.containsKey(name)) {
            throw new FileAlreadyExistsException(name);
        }
        Inode inode = new Inode();
        change(all -> all.put(name, inode));
        return new SimulatedFile(inode);
    }

    @Override
    public DiskFile open(String name) throws IOException {
        call(() -> {});
        return new SimulatedFile(existing(name));
    }

    @Override
    public DiskFile openForReading(String name) throws IOException {
        return open(name);
    }

    private Inode existing(String name) throws IOException {
        Inode inode = names.get(name);
        if (inode == null) {
            throw new FileNotFoundException(name);
        }
        return inode;
    }

    @Override
    public List<String> list() throws IOException {
        call(() -> {});
        return List.copyOf(names.keySet());
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Inode inode = existing(from);
        change(all -> {
            all.remove(from);
            all.put(to, inode);
        });
    }

    @Override
    public void delete(String name) throws IOException {
        existing(name);
        change(all -> all.remove(name));
    }

    @Override
    public void syncFolder() throws IOException {
        call(() -> {});
        namesOnDisk.clear();
        namesOnDisk.putAll(names);
        changes.clear();
    }

    @Override
    public long freeBytes() throws IOException {
        call(() -> {});
        return FREE;
    }

    @Override
    public Closeable lock(String holder) throws IOException {
        call(() -> {});
        if (locked) {
            throw new JournalHeld("the disk", holder);
        }
        locked = true;
        return () -> locked = false;
    }

    @Override
    public String place(String name) {
        return name;
    }

    private final class SimulatedFile implements DiskFile {
        private final Inode inode;

        private SimulatedFile(Inode inode) {
            this.inode = inode;
        }

        @Override
        public void write(long position, ByteBuffer bytes) throws IOException {
            byte[] all = new byte[bytes.remaining()];
            bytes.get(all);
            int at = Math.toIntExact(position);
            call(() -> inode.write(at, Arrays.copyOf(all, random.nextInt(all.length + 1))));
            inode.write(at, all);
        }

        @Override
        public void read(long position, ByteBuffer into) throws IOException {
            call(() -> {});
            byte[] bytes = new byte[into.remaining()];
            into.put(bytes, 0, inode.read(Math.toIntExact(position), bytes));
        }

        @Override
        public void sync() throws IOException {
            call(() -> {
                if (!fault.off() && random.nextBoolean()) {
                    pagesLost = true;
                    inode.forget();
                }
            });
            inode.sync();
        }

        @Override
        public long size() throws IOException {
            call(() -> {});
            return inode.size();
        }

        @Override
        public void close() throws IOException {
            call(() -> {});
        }
    }
}
