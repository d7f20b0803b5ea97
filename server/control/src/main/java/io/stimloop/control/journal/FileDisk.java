package io.stimloop.control.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A folder of the file system. A thread that is interrupted while it reads or writes closes the file for all: whoever
 * uses this must not be interrupted.
 */
public final class FileDisk implements Disk {
    private static final String LOCK = "journal.lock";
    /**
     * Folders that this process has locked, and for whom. The lock of a file belongs to the process, and is lost when the
     * file is closed through any channel (POSIX fcntl): who holds it must not open the file a second time.
     */
    private static final Map<Path, String> HELD = new ConcurrentHashMap<>();

    private final Path folder;

    /** Of a folder that exists. */
    public FileDisk(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes a folder that survives power loss, and those above it that are missing.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one already
     */
    public static FileDisk create(Path folder) throws IOException {
        Path parent = Files.createDirectories(parent(folder));
        Files.createDirectory(folder);
        sync(parent);
        return new FileDisk(folder);
    }

    @Override
    public DiskFile create(String name) throws IOException {
        return new ChannelFile(FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    @Override
    public DiskFile open(String name) throws IOException {
        return new ChannelFile(FileChannel.open(folder.resolve(name), StandardOpenOption.READ,
                StandardOpenOption.WRITE));
    }

    @Override
    public DiskFile openForReading(String name) throws IOException {
        return new ChannelFile(FileChannel.open(folder.resolve(name), StandardOpenOption.READ));
    }

    @Override
    public List<String> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.delete(folder.resolve(name));
    }

    /** Of the folder itself too: whoever made it need not have seen to that. */
    @Override
    public void syncFolder() throws IOException {
        sync(folder);
        sync(parent(folder));
    }

    private static Path parent(Path folder) {
        return folder.resolveSibling(".").toAbsolutePath().normalize();
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public long freeBytes() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    @Override
    public Closeable lock(String holder) throws IOException {
        Path real = folder.toRealPath();
        String own = HELD.putIfAbsent(real, holder);
        if (own != null) {
            throw new JournalHeld(folder.toString(), "this very process (" + own + ")");
        }
        try {
            FileChannel channel = locked(folder.resolve(LOCK), holder);
            return () -> {
                HELD.remove(real);
                channel.close();
            };
        } catch (IOException failure) {
            HELD.remove(real);
            throw failure;
        }
    }

    private FileChannel locked(Path file, String holder) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw new JournalHeld(folder.toString(), holder(file));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
            return channel;
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
    }

    private static String holder(Path file) throws IOException {
        String text = Files.readString(file).strip();
        return text.isEmpty() ? "another process" : text;
    }

    @Override
    public String place(String name) {
        return folder.resolve(name).toString();
    }

    private record ChannelFile(FileChannel channel) implements DiskFile {
        @Override
        public void write(long position, ByteBuffer bytes) throws IOException {
            long at = position;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
        }

        @Override
        public void read(long position, ByteBuffer into) throws IOException {
            long at = position;
            while (into.hasRemaining()) {
                int count = channel.read(into, at);
                if (count < 0) {
                    return;
                }
                at += count;
            }
        }

        @Override
        public void sync() throws IOException {
            channel.force(false);
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
