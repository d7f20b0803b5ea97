package io.stimloop.gateway.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something read from files, read again after they change. What cannot be read then, or is wrong, is reported and
 * changes nothing: the server goes on with what it has. Not thread safe.
 *
 * @param <T> what the files say
 */
public final class Reloaded<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Reloaded.class);

    /** Reads the files, or says what is wrong with them. */
    public interface Reader<T> {
        /** All that the files say. */
        T read() throws IOException;
    }

    private final List<Path> files;
    private final Reader<T> reader;
    private final Consumer<T> adopt;
    private List<String> seen;
    private long failures;

    /**
     * Reads for the first time.
     *
     * @param adopt given what was read, now and after every change that is right
     * @throws IOException if it cannot be read or is wrong
     */
    public Reloaded(List<Path> files, Reader<T> reader, Consumer<T> adopt) throws IOException {
        this.files = List.copyOf(files);
        this.reader = reader;
        this.adopt = adopt;
        seen = stamps();
        adopt.accept(reader.read());
    }

    /** Looks whether a file has changed; to be called every second or so. */
    public void look() {
        // Before reading, so that a change while reading is seen the next time.
        List<String> now = stamps();
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        try {
            adopt.accept(reader.read());
            LOG.info("read again: {}", files);
        } catch (IOException fault) {
            failures++;
            LOG.error("kept what was read before, because of what is wrong now: {}", fault.getMessage());
        }
    }

    /** Changes that were wrong and not adopted, so far. */
    public long failures() {
        return failures;
    }

    private List<String> stamps() {
        List<String> stamps = new ArrayList<>();
        for (Path file : files) {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                stamps.add(now.lastModifiedTime() + " " + now.size() + " " + now.fileKey());
            } catch (IOException gone) {
                stamps.add("gone");
            }
        }
        return stamps;
    }
}
