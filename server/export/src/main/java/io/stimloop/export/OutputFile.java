package io.stimloop.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * A file that appears under its name when it is whole and on the disk, or not at all. Until then it has another name in the
 * same folder; a process that is killed may leave that behind.
 */
final class OutputFile implements Closeable {
    private static final String SUFFIX = ".partial";

    private final Path target;
    private final Path folder;
    private final boolean overwrite;
    private final Path partial;
    private final FileChannel channel;

    /**
     * Begins.
     *
     * @param overwrite whether it may take the place of another file
     * @throws FileAlreadyExistsException if there is one, and it may not
     * @throws IOException                if the folder is not there, or cannot be written to
     */
    OutputFile(Path target, boolean overwrite) throws IOException {
        this.target = target.toAbsolutePath();
        folder = Objects.requireNonNullElse(this.target.getParent(), this.target);
        this.overwrite = overwrite;
        requireRoom();
        partial = Files.createTempFile(folder, "." + this.target.getFileName() + ".",
                SUFFIX);
        channel = FileChannel.open(partial, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private void requireRoom() throws IOException {
        if (Files.isDirectory(target)) {
            throw new IOException("is a folder; name a file");
        }
        if (!overwrite && Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder);
        }
    }

    /** Where to write. */
    FileChannel channel() {
        return channel;
    }

    /** It is whole: gives it its name when it survives power loss. */
    void finish() throws IOException {
        channel.force(true);
        channel.close();
        requireRoom();
        Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rw-r--r--"));
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** Leaves nothing behind that was not finished. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(partial);
    }
}
