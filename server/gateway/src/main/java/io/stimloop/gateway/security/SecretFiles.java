package io.stimloop.gateway.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files that nobody but their owner may read or write (mode 0600), on a file system with POSIX modes. */
public final class SecretFiles {
    private static final Set<PosixFilePermission> OWNER_ONLY = EnumSet.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE);
    private static final long MOST_BYTES = 1 << 20;

    private SecretFiles() {}

    /**
     * The text of a file.
     *
     * @throws IOException if it cannot be read, has more than 1 MiB, or others than its owner may read or write
     *                     it; the message names it and says what would be right
     */
    public static String read(Path file) throws IOException {
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
        if (!OWNER_ONLY.containsAll(mode)) {
            throw new FileSystemException(file.toString(), null, "has the mode "
                    + PosixFilePermissions.toString(mode)
                    + "; nobody but its owner may read or write it: chmod 600 " + file);
        }
        return readPublic(file);
    }

    /**
     * The text of a file that anyone may read, as a certificate.
     *
     * @throws IOException if it cannot be read or has more than 1 MiB
     */
    public static String readPublic(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new FileSystemException(file.toString(), null,
                    "has more than " + MOST_BYTES + " bytes; that is no such file");
        }
        return Files.readString(file);
    }

    /**
     * Makes a new file with this text.
     *
     * @throws FileAlreadyExistsException if there is one; it stays as it is
     */
    public static void create(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
    }

    /** Adds text to the end of a file, which is made where there is none. */
    public static void append(Path file, String text) throws IOException {
        if (Files.notExists(file)) {
            create(file, text);
        } else {
            read(file);
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        }
    }
}
