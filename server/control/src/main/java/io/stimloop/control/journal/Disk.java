package io.stimloop.control.journal;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * The folder of one journal, as the journal sees it: the seam at which tests put a disk that fails. Names are plain file
 * names. Not thread safe.
 */
public interface Disk {
    /**
     * Makes a file.
     *
     * @throws IOException if there is one of this name, or it cannot be made
     */
    DiskFile create(String name) throws IOException;

    /** Opens a file for reading and writing. */
    DiskFile open(String name) throws IOException;

    /** Opens a file for reading only. */
    DiskFile openForReading(String name) throws IOException;

    /** The names of all files, in their order. */
    List<String> list() throws IOException;

    /** Renames a file; survives power loss after the next {@link #syncFolder}. */
    void rename(String from, String to) throws IOException;

    /** Deletes a file; survives power loss after the next {@link #syncFolder}. */
    void delete(String name) throws IOException;

    /** Returns when the names of the files are on the disk. */
    void syncFolder() throws IOException;

    /** Bytes that can still be written here. */
    long freeBytes() throws IOException;

    /**
     * Keeps every other process, and every other user of this process, out until closed.
     *
     * @param holder who holds it, for the message to whoever is kept out
     * @throws JournalHeld if someone else holds it
     */
    Closeable lock(String holder) throws IOException;

    /** Where a file is, for messages. */
    String place(String name);
}
